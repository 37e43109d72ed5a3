"""The kinds of notes: which fields each has, and which cards it yields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from nqpf_study.domain.deck import Note

# Not strftime: it follows the C locale, which Qt sets to the system's.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# A gap holds no braces of its own, so that a text full of openings is read in linear time.
_CLOZE = re.compile(
    r"\{\{(c[1-9][0-9]{0,2})::((?:(?!::|\{\{|\}\}).)*)(?:::((?:(?!\{\{|\}\}).)*))?\}\}", re.DOTALL
)


class FieldType(StrEnum):
    """What a field of a note holds."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"  # an ISO date or a part of one: 2024-01-31, 2024-01, 2024
    MEMBERS = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind, with the sentence that tells an author what it is for."""

    name: str
    purpose: str
    type: FieldType = FieldType.TEXT
    required: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One prompt of a note. A list answer has `members`, and `answer` is their joined form."""

    name: str
    question: str
    answer: str
    members: tuple[str, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of note."""

    name: str
    purpose: str
    fields: tuple[Field, ...]
    cards: Callable[[Note], tuple[Card, ...]]


def cards_of(note: Note) -> tuple[Card, ...]:
    """Return the cards that a note yields, in the order in which they are learned."""
    return KINDS[note.kind].cards(note)


def how_it_follows(note: Note, card: str) -> str:
    """Return what a note tells of how the answer of its card of this name follows, if anything."""
    own = note.text("chinese_derived") if card == "chinese" else ""
    return own or note.derived


def listed(members: tuple[str, ...], *, ordered: bool) -> str:
    """Join a list answer for places that show it as one text."""
    if ordered:
        return "; ".join(f"{number}. {member}" for number, member in enumerate(members, 1))
    return "; ".join(members)


def said_date(text: str) -> str:
    """Write an ISO date, or a part of one, as a reader would say it: 31 January 2024."""
    year, *rest = text.split("-")
    if not rest:
        return year
    day = [str(int(part)) for part in rest[1:]]
    return " ".join([*day, _MONTHS[int(rest[0]) - 1], year])


def said_span(first: str, last: str) -> str:
    """Say from when until when something lasted: 22 to 24 May 2024."""
    if first == last:
        return said_date(last)
    starts, ends = first.split("-"), last.split("-")
    said = said_date(first).split()
    if len(starts) == len(ends) and starts[0] == ends[0]:  # what both share is said once
        said = said[:-2] if len(starts) == 3 and starts[1] == ends[1] else said[:-1]
    return f"{' '.join(said)} to {said_date(last)}"


def cloze_names(text: str) -> tuple[str, ...]:
    """Return the names of a cloze text's gaps (c1, c2, ...), each once, in order."""
    return tuple(sorted({gap[0] for gap in _CLOZE.findall(text)}, key=lambda name: int(name[1:])))


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap of a cloze text: its name (c1, c2, ...), what it hides, and the hint it shows."""

    name: str
    hidden: str
    hint: str = ""


def cloze_runs(text: str) -> tuple[str | Gap, ...]:
    """Split a cloze text into plain runs and gaps, in order."""
    parts: list[str | Gap] = []
    at = 0
    for gap in _CLOZE.finditer(text):
        parts += [text[at : gap.start()], Gap(gap[1], gap[2], gap[3] or "")]
        at = gap.end()
    return tuple(part for part in (*parts, text[at:]) if part)


def cloze_plain(text: str) -> str:
    """Return a cloze text with all of its gaps filled."""
    return _CLOZE.sub(lambda gap: str(gap[2]), text)


def _list_card(note: Note, name: str, question: str, field: str, *, ordered: bool = False) -> Card:
    members = tuple(member.text for member in note.members(field))
    return Card(name, question, listed(members, ordered=ordered), members, ordered)


def _member_cards(note: Note, field: str, prefix: str) -> tuple[Card, ...]:
    return tuple(
        Card(f"{prefix}-{member.id}", member.cue, member.text)
        for member in note.members(field)
        if member.id and member.cue
    )


def _term(note: Note) -> tuple[Card, ...]:
    term = note.text("term")
    cards = [
        Card("meaning", note.text("question") or f"What is “{term}”?", note.text("definition"))
    ]
    if note.text("cue"):
        cards.append(Card("name", note.text("cue"), term))
    if note.text("chinese"):
        written = " · ".join(filter(None, (note.text("chinese"), note.text("pinyin"))))
        asked = note.text("chinese_question") or f"What is “{term}” in Chinese?"
        cards.append(Card("chinese", asked, written))
    return tuple(cards)


def _measure(note: Note) -> tuple[Card, ...]:
    asked = note.text("question") or f"Which is measure {note.text('number')} of {note.text('of')}?"
    cards = [Card("title", asked, note.text("title"))]
    if note.members("parts"):
        about = note.text("parts_question") or f"What belongs to “{note.text('title')}”?"
        cards.append(_list_card(note, "parts", about, "parts"))
    return (*cards, *_member_cards(note, "parts", "part"))


def _event(note: Note) -> tuple[Card, ...]:
    first, last = note.text("date"), note.text("until")
    when = note.text("date_text") or (said_span(first, last) if last else said_date(first))
    cards = [Card("date", note.text("question"), when)]
    if note.text("cue"):
        cards.append(Card("event", note.text("cue"), note.text("event")))
    return tuple(cards)


def _target(note: Note) -> tuple[Card, ...]:
    cards = [_list_card(note, "targets", note.text("question"), "targets")]
    if note.text("cue"):
        cards.append(Card("province", note.text("cue"), note.text("province")))
    return (*cards, *_member_cards(note, "targets", "target"))


def _basic(note: Note) -> tuple[Card, ...]:
    return (Card("answer", note.text("question"), note.text("answer")),)


def _reversed(note: Note) -> tuple[Card, ...]:
    front, back = note.text("front"), note.text("back")
    return (
        Card("forward", note.text("question") or front, back),
        Card("backward", note.text("back_question") or back, front),
    )


def _cloze(note: Note) -> tuple[Card, ...]:
    text = note.text("text")
    return tuple(_gap_card(text, name) for name in cloze_names(text))


def _gap_card(text: str, name: str) -> Card:
    hidden: list[str] = []

    def shown(gap: re.Match[str]) -> str:
        if gap[1] != name:
            return gap[2]
        hidden.append(gap[2])
        return f"[{gap[3] or '…'}]"

    return Card(name, _CLOZE.sub(shown, text), "; ".join(dict.fromkeys(hidden)))


def _list(note: Note) -> tuple[Card, ...]:
    ordered = note.fields.get("ordered") is True
    whole = _list_card(note, "all", note.text("question"), "items", ordered=ordered)
    return (whole, *_member_cards(note, "items", "item"))


_TEXT, _LIST = FieldType.TEXT, FieldType.MEMBERS

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind(
                "term",
                "A word or idea, with its meaning and, where settled, its Chinese name.",
                (
                    Field(
                        "term", "The word or idea, as the source writes it.", _TEXT, required=True
                    ),
                    Field("definition", "What it means: the answer.", _TEXT, required=True),
                    Field("question", "The question, where “What is ...?” does not fit."),
                    Field(
                        "cue", "A question whose answer is the term: adds a card that asks for it."
                    ),
                    Field("chinese", "The Chinese term: adds a card that asks for it."),
                    Field("pinyin", "The Chinese term's pinyin, with tone marks."),
                    Field(
                        "chinese_question", "The Chinese card's question, where the usual won't do."
                    ),
                    Field(
                        "chinese_derived",
                        "How the Chinese follows, or is made up; shown with its card only.",
                    ),
                    Field("variants", "Other wordings, each with who uses it.", _LIST),
                ),
                _term,
            ),
            Kind(
                "measure",
                "A numbered step of a programme, with its parts.",
                (
                    Field("number", "Its place in the order.", FieldType.NUMBER, required=True),
                    Field("of", "The programme it belongs to.", _TEXT, required=True),
                    Field("title", "What it says: the answer.", _TEXT, required=True),
                    Field("question", "The question, where “Which is measure ...?” does not fit."),
                    Field(
                        "parts", "What belongs to it: adds a card that asks for them all.", _LIST
                    ),
                    Field("parts_question", "The question that asks for the parts."),
                ),
                _measure,
            ),
            Kind(
                "event",
                "Something that happened at a time.",
                (
                    Field("event", "What happened, in a few words.", _TEXT, required=True),
                    Field(
                        "date", "When: 2024-01-31, 2024-01 or 2024.", FieldType.DATE, required=True
                    ),
                    Field("until", "The last day, where it lasted.", FieldType.DATE),
                    Field("date_text", "The answer, where the text is less exact than a date."),
                    Field("question", "The question that asks when.", _TEXT, required=True),
                    Field("cue", "A question whose answer is the event: adds a card."),
                ),
                _event,
            ),
            Kind(
                "target",
                "What a province, firm or ministry pledged.",
                (
                    Field("province", "Who pledged.", _TEXT, required=True),
                    Field("year", "In which year.", FieldType.NUMBER, required=True),
                    Field("horizon", "For when: now, future or role.", _TEXT, required=True),
                    Field("targets", "What was pledged, member by member.", _LIST, required=True),
                    Field(
                        "question", "The question that asks for the targets.", _TEXT, required=True
                    ),
                    Field("cue", "A question whose answer is the province: adds a card."),
                ),
                _target,
            ),
            Kind(
                "basic",
                "A question and its answer.",
                (
                    Field("question", "The question.", _TEXT, required=True),
                    Field("answer", "The answer.", _TEXT, required=True),
                ),
                _basic,
            ),
            Kind(
                "reversed",
                "A pair that is worth knowing in both directions.",
                (
                    Field("front", "One side.", _TEXT, required=True),
                    Field("back", "The other side.", _TEXT, required=True),
                    Field(
                        "question", "The question that asks for the back, if not the front alone."
                    ),
                    Field("back_question", "The question that asks for the front."),
                ),
                _reversed,
            ),
            Kind(
                "cloze",
                "A sentence with gaps: {{c1::hidden}} or {{c1::hidden::hint}}.",
                (Field("text", "The sentence; each cN is one card.", _TEXT, required=True),),
                _cloze,
            ),
            Kind(
                "list",
                "A question whose answer has several members.",
                (
                    Field("question", "The question that asks for all.", _TEXT, required=True),
                    Field(
                        "items",
                        "The members; one with id and cue has its own card.",
                        _LIST,
                        required=True,
                    ),
                    Field("ordered", "Whether their order is asked for.", FieldType.FLAG),
                ),
                _list,
            ),
        )
    }
)
