"""The command line: the second front end, which needs no window.

Only the names of the commands stand here, so that a start of the window imports nothing of it.
"""

from collections.abc import Mapping
from types import MappingProxyType

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "Check deck files and the passages that they quote.",
        "coverage": "Tell which sentences of the sources no card rests on.",
        "new": "Write a starter deck file, for teachers to go on from.",
        "schema": "Print the JSON Schema of deck files, for editors.",
        "pack": "Pack a deck with its texts into one file, to share.",
        "import": "Import deck files or packages, or what changed in them.",
        "decks": "List the decks.",
        "due": "Tell what waits today, deck by deck.",
        "study": "Study today's cards in the terminal.",
        "cram": "Go over cards until each was known; the schedule stays as it is.",
        "exam": "Prepare a deck for a day, and tell what it takes.",
        "backlog": "Tell what has piled up after a break, and spread it over days.",
        "practice": "Take a practice test, which changes nothing of the schedule.",
        "resume": "Bring suspended or buried cards back.",
        "search": "Find cards by words and by deck: note: tag: kind: is: source: lapses>N.",
        "flag": "Flag the cards that a search finds, to find them again by is:flagged.",
        "tag": "Put tags of your own on what a search finds, or take them off.",
        "source": "Show the passages that a card rests on.",
        "explore": "Show what the decks say: measures, timeline, provinces or glossary.",
        "export": "Write decks for another program, or to print: export anki, export handout.",
        "stats": "Show what was done and remembered, and what is due.",
        "fit": "Fit the scheduler to your reviews, if that predicts them better.",
        "forecast": "Tell what a desired retention costs, and what it brings.",
        "leeches": "List cards that are forgotten again and again, and their rivals.",
        "options": "Show how decks are studied, or change it.",
        "doctor": "Check the collection and hold every card against its log.",
        "backup": "Copy the collection to the backups folder.",
        "restore": "Put a backup in the collection's place.",
        "associate": "Let deck files and packages open with this program.",
        "merge": "Bring in what another machine's collection has besides.",
    }
)
"""Every command with its purpose."""
