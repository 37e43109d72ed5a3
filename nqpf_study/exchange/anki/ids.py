"""What Anki knows our decks and notes by, all of it made from the author's ids."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

import genanki

from nqpf_study.domain.deck import Deck

PARENT = "NQPF Study"
_UNNAMEABLE = re.compile(r'[\x00-\x1f\x7f"]')


def note_guid(deck_id: str, note_id: str, *more: str) -> str:
    """Return the guid by which Anki finds a note again, now and in every later package."""
    return str(genanki.guid_for(deck_id, note_id, *more))


def deck_number(deck_id: str) -> int:
    """Return a deck's number within a package: positive, and exact as a JavaScript number.

    Anki gives the deck a number of its own when it adds it, and knows it by its name afterwards.
    """
    digest = hashlib.sha256(deck_id.encode()).digest()
    return int.from_bytes(digest[:6], "big") | 1 << 48


def deck_names(decks: Iterable[Deck]) -> Mapping[str, str]:
    """Return each deck's name in Anki, by deck id.

    Anki knows decks by name, whatever the case of its letters: of several decks with one title
    the first keeps it, and the others carry their ids behind it. So give all decks of the
    collection, in their lasting order, whichever of them are exported.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for deck in decks:
        title = _component(deck.title) or _component(deck.id)
        if title.casefold() in taken:
            title = f"{title} ({_component(deck.id)})"
        taken.add(title.casefold())
        names[deck.id] = f"{PARENT}::{title}"
    return names


def _component(title: str) -> str:
    """Return a title as one level of Anki's deck tree, where `::` parts the levels."""
    plain = " ".join(_UNNAMEABLE.sub(" ", title).split())
    return re.sub(r" ?:{2,} ?", ": ", plain).strip(" :")
