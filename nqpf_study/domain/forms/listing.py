"""List: the members are named one by one, in any order, and each is marked by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nqpf_study.domain.forms.accepted import Accepted, accepted_for, nearest
from nqpf_study.domain.forms.assignment import best_assignment
from nqpf_study.domain.forms.form import Prompt
from nqpf_study.domain.forms.judgement import Confusion, Judgement, Mark, Part, Reason
from nqpf_study.domain.forms.outcomes import MOST, PROPOSED, RIGHT, SEVERITY
from nqpf_study.domain.forms.typed import compared_part
from nqpf_study.domain.kinds import Card
from nqpf_study.domain.review import Rating

FEWEST, MOST_MEMBERS = 2, 12
MOST_ENTRIES = 50
"""Entries that are looked at, so that something pasted by mistake takes no time."""
MOST_WORDS, MOST_CHARACTERS = 8, 72

_SEPARATORS = (re.compile(r"[\n;；]"), re.compile(r"[、]"), re.compile(r"[,，]"))
_NUMBERED = re.compile(r"^\s*(?:[0-9]{1,2}[.)、]\s+|[-–•*]\s+)")
_COUNTS = {Mark.RIGHT: 1.0, Mark.NEARLY: 0.5}


@dataclass(frozen=True, slots=True)
class Listing:
    """The members to name, each with the answers that count for it.

    Most of them are worth Hard, as are all of an ordered list in another order.
    """

    members: tuple[tuple[Accepted, ...], ...]
    ordered: bool = False

    def judge(self, lines: Sequence[str]) -> Judgement:
        """Judge what was typed, a member a line; lines may hold several, between separators.

        Each line is held against the member that makes the whole best. A member that is named
        counts one, one that is nearly named a half; what is not on the list makes it Hard at best.
        """
        given = self._entries(lines)
        compared = [[nearest(text, member) for member in self.members] for text in given]
        places = best_assignment([[_worth(reason) for reason, _ in row] for row in compared])
        line_of = {place: line for line, place in enumerate(places) if place is not None}
        parts = [self._part(place, given, compared, line_of) for place in range(len(self.members))]
        extra = [
            _left_over(text, row)
            for text, row, place in zip(given, compared, places, strict=True)
            if place is None
        ]
        in_order = not self.ordered or list(line_of) == sorted(line_of)
        reason = _outcome(parts, extra, in_order=in_order)
        strange = next((part.given for part in extra if part.mark is Mark.EXTRA), None)
        return Judgement(
            right=reason in RIGHT,
            proposed=Rating.HARD if reason is Reason.OUT_OF_ORDER else PROPOSED[reason],
            reason=reason,
            parts=(*parts, *extra),
            confused_with=Confusion(strange) if strange else None,
        )

    def _part(
        self,
        place: int,
        given: Sequence[str],
        compared: Sequence[Sequence[tuple[Reason, Accepted]]],
        line_of: dict[int, int],
    ) -> Part:
        if place not in line_of:
            return Part(Mark.MISSING, self.members[place][0].text, reason=Reason.EMPTY)
        line = line_of[place]
        reason, right = compared[line][place]
        return compared_part(given[line], right.text, reason)

    def _entries(self, lines: Sequence[str]) -> list[str]:
        """Return what was typed entry by entry, without numbers and dashes before them."""
        entries = list(lines)
        for separator in _SEPARATORS:
            if not any(separator.search(one.text) for member in self.members for one in member):
                entries = [part for entry in entries for part in separator.split(entry)]
        bare = (_NUMBERED.sub("", entry).strip() for entry in entries)
        return [entry for entry in bare if entry][:MOST_ENTRIES]


def listing_of(prompt: Prompt) -> Listing | None:
    """Ask for a list's members, None for other cards and where they are too long to be typed."""
    face = prompt.face
    if not FEWEST <= len(face.members) <= MOST_MEMBERS or not all(map(_typeable, face.members)):
        return None
    return Listing(
        tuple(
            accepted_for(Prompt(prompt.id, prompt.note, Card("member", "", member)))
            for member in face.members
        ),
        face.ordered,
    )


def _typeable(member: str) -> bool:
    return len(member) <= MOST_CHARACTERS and len(member.split()) <= MOST_WORDS


def _worth(reason: Reason) -> float:
    """Return what an entry is worth for a member: whole ones before near ones before parts."""
    if reason in RIGHT:
        return 4 - SEVERITY[reason] / 100
    return {Reason.TOO_MUCH: 2.0, Reason.MOSTLY: 2.0, Reason.PARTLY: 1.0}.get(reason, 0.0)


def _outcome(parts: Sequence[Part], extra: Sequence[Part], *, in_order: bool) -> Reason:
    share = sum(_COUNTS.get(part.mark, 0) for part in parts) / len(parts)
    strange = any(part.mark is Mark.EXTRA for part in extra)
    if share == 1 and strange:
        return Reason.TOO_MUCH
    if share == 1:
        worst = max((part.reason for part in parts), key=SEVERITY.__getitem__)
        return worst if in_order else Reason.OUT_OF_ORDER
    if share >= MOST:
        return Reason.MOSTLY
    if any(part.given for part in parts):
        return Reason.PARTLY
    return Reason.WRONG if strange else Reason.EMPTY


def _left_over(text: str, compared: Sequence[tuple[Reason, Accepted]]) -> Part:
    """Return an entry that no member was left for: named before, or not on the list."""
    if any(reason in RIGHT for reason, _ in compared):
        return Part(Mark.REPEATED, "", text)
    return Part(Mark.EXTRA, "", text, Reason.WRONG)
