"""What the parts of a deck file may and must hold.

One truth for the reader, for the JSON Schema and for the tables of docs/decks.md. The fields of the
kinds of notes stand in `nqpf_study.domain.kinds`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nqpf_study.domain.kinds import FieldType


class Holds(StrEnum):
    """What a field holds, as docs/decks.md calls it."""

    TEXT = "text"
    NUMBER = "whole number"
    FLAG = "true or false"
    DATE = "date"
    MEMBERS = "list of members"
    ID = "id"
    KIND = "kind"
    LANGUAGE = "language tag"
    FILE = "file name"
    CHECKSUM = "checksum"
    TEXTS = "list of texts"
    TAGS = "list of tags"
    PASSAGES = "list of passages"
    SOURCES = "list of sources"
    NOTES = "list of notes"
    KNOWN_TAGS = "list of tags, or tag: meaning"
    REASONS = "code: reason"
    FORMAT = "1"
    DECK = "fields"


OF_TYPE = {
    FieldType.TEXT: Holds.TEXT,
    FieldType.NUMBER: Holds.NUMBER,
    FieldType.FLAG: Holds.FLAG,
    FieldType.DATE: Holds.DATE,
    FieldType.MEMBERS: Holds.MEMBERS,
}
"""What a field of a kind holds, by its type."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A field, with the sentence that tells an author what it is for."""

    name: str
    purpose: str
    holds: Holds = Holds.TEXT
    required: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping of fields in a deck file."""

    specs: tuple[Spec, ...]

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all fields."""
        return frozenset(spec.name for spec in self.specs)

    @property
    def required(self) -> frozenset[str]:
        """Return the names of the fields that must be there."""
        return frozenset(spec.name for spec in self.specs if spec.required)


FILE = Part(
    (
        Spec(
            "format",
            "Which edition of the format the file follows, for later versions of the program.",
            Holds.FORMAT,
            required=True,
        ),
        Spec("deck", "What the deck says of itself.", Holds.DECK, required=True),
        Spec("sources", "Sources that the deck brings along.", Holds.SOURCES),
        Spec("notes", "The notes. `notes: []` is an empty deck.", Holds.NOTES, required=True),
    )
)

DECK = Part(
    (
        Spec(
            "id",
            "The deck's name for the program. It never changes: progress hangs on it.",
            Holds.ID,
            required=True,
        ),
        Spec("title", "What the learner sees.", required=True),
        Spec(
            "language",
            "The language that it is written in: `en` (without one), `de`, `zh-Hans`.",
            Holds.LANGUAGE,
        ),
        Spec("description", "A sentence or two on what it teaches."),
        Spec(
            "tags",
            "The tags that its notes may have, so that a check finds misspelt ones.",
            Holds.KNOWN_TAGS,
        ),
        Spec("author", "Who wrote it."),
        Spec("licence", "What others may do with it."),
    )
)

SOURCE = Part(
    (
        Spec("id", "What passages call it.", Holds.ID, required=True),
        Spec("title", "Its title, for the citation.", required=True),
        Spec("publisher", "Who published it, for the citation.", required=True),
        Spec("published", "When.", Holds.DATE, required=True),
        Spec(
            "file",
            "The text file, seen from the deck file: `texts/handout.txt`.",
            Holds.FILE,
            required=True,
        ),
        Spec("language", "The language of its text; without it the deck's.", Holds.LANGUAGE),
        Spec("where", "Where it was published, in words or as an address."),
        Spec("original", "The name that the file had."),
        Spec(
            "sha256",
            "The file's checksum. Where it is given, a changed text is refused.",
            Holds.CHECKSUM,
        ),
        Spec("begins", "The first words of the text proper; the reader dims what is before them."),
        Spec("ends", "The last words of the text proper; the reader dims what is after them."),
    )
)

NOTE = Part(
    (
        Spec("id", "The note's identity.", Holds.ID, required=True),
        Spec(
            "kind",
            "Which sort of note it is, and so which fields it has.",
            Holds.KIND,
            required=True,
        ),
        Spec("tags", "Words to find it by, without spaces: `new-energy`.", Holds.TAGS),
        Spec(
            "passages",
            "The quotations that it rests on. A note without one is warned of.",
            Holds.PASSAGES,
        ),
        Spec("remark", "What else is worth knowing, shown behind the answer."),
        Spec("derived", "How the answer follows, where no passage says it in so many words."),
        Spec("as_of", "When it was so, for facts that age.", Holds.DATE),
        Spec(
            "distractors",
            "Wrong answers to choose from, for the note's first card.",
            Holds.TEXTS,
        ),
        Spec(
            "waive",
            "Warnings to let pass on this note, each code with the reason why.",
            Holds.REASONS,
        ),
    )
)
"""The fields that a note of any kind may have."""

MEMBER = Part(
    (
        Spec("item", "The member's text.", required=True),
        Spec("id", "Its id within the note, for a card of its own.", Holds.ID),
        Spec("cue", "The question of that card, whose answer is this member."),
    )
)

PASSAGE = Part(
    (
        Spec("source", "The source's id.", Holds.ID, required=True),
        Spec("exact", "The quotation, word by word.", required=True),
        Spec(
            "prefix",
            "The words right before it, where the quotation stands there more than once.",
        ),
        Spec("suffix", "The words right after it."),
    )
)
