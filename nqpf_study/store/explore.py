"""Reading all cards of some kinds of notes, to look at what the decks say as a whole."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import bindparam, func, select

from nqpf_study.store.engine import Quick, driver_connection
from nqpf_study.store.part import Part
from nqpf_study.store.stored_cards import STORED, stored_card
from nqpf_study.store.tables import IN_USE, cards, notes
from nqpf_study.study.ports import StoredCard

_KINDS = select(func.json_each(bindparam("kinds")).table_valued("value").c.value)
_OF_KINDS = Quick(
    STORED.where(notes.c.kind.in_(_KINDS), IN_USE).order_by(
        cards.c.deck_key, cards.c.position, cards.c.note_key, cards.c.place
    )
)


class Exploring(Part):
    """The cards of some kinds of notes."""

    def cards_of_kinds(self, kinds: Sequence[str]) -> list[StoredCard]:
        """Return the cards in use of notes of these kinds, in order; a note's stand together."""
        found: list[StoredCard] = []
        with self._database.read() as connection:
            asked = {"kinds": json.dumps(list(kinds))}
            for row in _OF_KINDS.run(driver_connection(connection), asked):
                before = found[-1] if found and found[-1].note_key == row[4] else None
                found.append(stored_card(row, before.note if before else None))
        return found
