"""What the decks say as a whole, to look at: measures, events, pledges and terms.

Everything comes from the notes in use, whichever deck they are in; nothing is known here of any
deck's content.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import groupby
from typing import TypeVar

from nqpf_study.domain.deck import Member, Note
from nqpf_study.domain.errors import Progress, unheard
from nqpf_study.domain.kinds import said_date, said_span
from nqpf_study.domain.review import Plan
from nqpf_study.study.knowing import Knowing, knowing
from nqpf_study.study.ports import ExploreStore, StoredCard

HORIZONS = ("now", "future", "role")
"""The usual horizons of a pledge, in their order; a deck's own ones follow."""

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_NO_LETTERS = re.compile(r"[\W_]+")
_USERS = re.compile(r"(.*\S)\s*[(（]([^()（）]+)[)）]")


@dataclass(frozen=True, slots=True)
class Item:
    """A note to look at, with its cards in use (at least one) and how well they are known."""

    cards: tuple[StoredCard, ...]
    knowing: Knowing

    @property
    def key(self) -> int:
        """Return the key of the note."""
        return self.cards[0].note_key

    @property
    def note(self) -> Note:
        """Return the note."""
        return self.cards[0].note

    @property
    def deck(self) -> str:
        """Return the id of the note's deck."""
        return self.cards[0].id.deck

    @property
    def deck_title(self) -> str:
        """Return the title of the note's deck."""
        return self.cards[0].deck_title

    @property
    def search(self) -> str:
        """Return the search that finds just the cards of the note."""
        return f"note:{self.deck}/{self.note.id}"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a measure. `knowing` is that of the part's own card, None where it has none."""

    text: str
    card: str = ""
    knowing: Knowing | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A numbered step of a programme."""

    item: Item
    number: int
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """The measures of one programme of one deck, in the order of their numbers."""

    name: str
    measures: tuple[Measure, ...]

    @property
    def deck_title(self) -> str:
        """Return the title of the deck."""
        return self.measures[0].item.deck_title


class Precision(IntEnum):
    """How exact a date is, the least exact last."""

    DAY = 0
    MONTH = 1
    YEAR = 2


@dataclass(frozen=True, slots=True)
class When:
    """The days `first` to `last`, both included (ordinals as of `date.toordinal`).

    Where `lasted`, something went on from one to the other; otherwise it happened at some time in
    between, and no text says when. `precision` is that of the less exact of the two ends.
    """

    first: int
    last: int
    precision: Precision
    lasted: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. `said` is its date in words, `when` None where there is none."""

    item: Item
    text: str
    said: str
    when: When | None


@dataclass(frozen=True, slots=True)
class Pledge:
    """What a province (or a firm, a ministry) has for one horizon, as of a year."""

    item: Item
    province: str
    year: str
    horizon: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording, and who uses it, where the deck says so."""

    wording: str
    users: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    item: Item
    term: str
    chinese: str
    pinyin: str
    definition: str
    question: str
    """What the definition answers, empty where that is simply what the term means."""
    variants: tuple[Variant, ...]
    by_english: tuple[str, str]
    """What sorts the glossary by term."""
    by_pinyin: tuple[bool, str, str]
    """What sorts the glossary by pinyin, letters before tones; terms without any come last."""
    sought: str
    """All that a search finds it by, folded."""

    def fits(self, words: Sequence[str]) -> bool:
        """Tell whether all of these words occur, as `search_words` returns them."""
        return all(word in self.sought for word in words)


@dataclass(frozen=True, slots=True)
class Explored:
    """All there is to look at: events by date, the undated ones last; terms by term."""

    programmes: tuple[Programme, ...] = ()
    events: tuple[Event, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    terms: tuple[Term, ...] = ()

    def of_decks(self, decks: Collection[str]) -> Explored:
        """Return what is in these decks (ids)."""
        return Explored(
            tuple(each for each in self.programmes if each.measures[0].item.deck in decks),
            tuple(event for event in self.events if event.item.deck in decks),
            tuple(pledge for pledge in self.pledges if pledge.item.deck in decks),
            tuple(term for term in self.terms if term.item.deck in decks),
        )


def explore(store: ExploreStore, day: int, progress: Progress = unheard) -> Explored:
    """Read what there is to look at, and how well it is known on study day `day`.

    Raises Cancelled where `progress` does.
    """
    cards = store.cards_of_kinds(("measure", "event", "target", "term"))
    plans = {deck: options.plan for deck, options in store.deck_options().items()}
    items: dict[str, list[Item]] = {}
    done = 0
    for _, of_note in groupby(cards, key=lambda card: card.note_key):
        several = tuple(of_note)
        done += len(several)
        progress(done, len(cards), "cards")
        item = Item(several, knowing(several, day, plans))
        items.setdefault(item.note.kind, []).append(item)
    events = [_event(item) for item in items.get("event", ())]
    terms = [_term(item) for item in items.get("term", ())]
    return Explored(
        programmes=_programmes(items.get("measure", ()), day, plans),
        events=tuple(sorted(events, key=_by_date)),
        pledges=tuple(_pledge(item) for item in items.get("target", ())),
        terms=tuple(sorted(terms, key=lambda term: term.by_english)),
    )


def when(first: str, last: str = "") -> When | None:
    """Return the days that a date, or the dates of a beginning and an end, stand for.

    Dates are ISO dates or parts of one. None where one is no date, or the end is before the
    beginning: nothing is guessed.
    """
    begun = _days(first)
    if begun is None or not last:
        return begun
    ended = _days(last)
    if ended is None or ended.last < begun.first:
        return None
    return When(begun.first, ended.last, max(begun.precision, ended.precision), lasted=True)


def folded(text: str) -> str:
    """Return `text` without accents, tones and case, full-width letters made plain."""
    if text.isascii():
        return text.casefold()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def search_words(search: str) -> list[str]:
    """Return the words of a search; tones, accents, case and full width don't count."""
    return folded(search).split()


def letters(text: str) -> str:
    """Return the letters and digits of a folded text, as a dictionary sorts by them."""
    return _NO_LETTERS.sub("", folded(text))


def in_columns(pledges: Iterable[Pledge]) -> dict[str, dict[str, tuple[Pledge, ...]]]:
    """Return pledges by province and, within it, by horizon, the newest year first.

    Provinces come in the order of the decks; horizons in the usual order, a deck's own ones last.
    """
    several = tuple(pledges)
    horizons = dict.fromkeys((*HORIZONS, *(pledge.horizon for pledge in several)))
    columns: dict[str, dict[str, tuple[Pledge, ...]]] = {}
    for province, theirs in _grouped(several, lambda pledge: pledge.province).items():
        by_horizon = _grouped(theirs, lambda pledge: pledge.horizon)
        columns[province] = {
            horizon: tuple(sorted(by_horizon[horizon], key=lambda each: each.year, reverse=True))
            for horizon in horizons
            if horizon in by_horizon
        }
    return columns


def _programmes(
    items: Iterable[Item], day: int, plans: Mapping[str, Plan]
) -> tuple[Programme, ...]:
    measures = [_measure(item, day, plans) for item in items]
    by_name = _grouped(measures, lambda each: (each.item.deck, each.item.note.text("of")))
    return tuple(
        Programme(name, tuple(sorted(several, key=lambda each: each.number)))
        for (_, name), several in by_name.items()
    )


def _measure(item: Item, day: int, plans: Mapping[str, Plan]) -> Measure:
    own = {card.id.card: card for card in item.cards}

    def part(member: Member) -> Part:
        card = own.get(f"part-{member.id}") if member.id and member.cue else None
        if card is None:
            return Part(member.text)
        return Part(member.text, card.id.card, knowing((card,), day, plans))

    number = item.note.fields.get("number")
    return Measure(
        item,
        number if isinstance(number, int) else 0,
        item.note.text("title"),
        tuple(part(member) for member in item.note.members("parts")),
    )


def _event(item: Item) -> Event:
    note = item.note
    first, last = note.text("date"), note.text("until")
    days = when(first, last)
    said = note.text("date_text")
    if not said and days is not None:
        said = said_span(first, last) if last else said_date(first)
    return Event(item, note.text("event"), said or first, days)


def _by_date(event: Event) -> tuple[bool, int, int]:
    """Sort by beginning; of events that begin together, what may be later comes first."""
    days = event.when
    return (True, 0, 0) if days is None else (False, days.first, -days.last)


def _days(text: str) -> When | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return When(first.toordinal(), first.toordinal(), Precision.DAY)
    if month:
        length = monthrange(first.year, first.month)[1]
        return When(first.toordinal(), first.toordinal() + length - 1, Precision.MONTH)
    return When(first.toordinal(), date(first.year, 12, 31).toordinal(), Precision.YEAR)


def _pledge(item: Item) -> Pledge:
    note = item.note
    targets = tuple(member.text for member in note.members("targets"))
    return Pledge(item, note.text("province"), note.text("year"), note.text("horizon"), targets)


def _term(item: Item) -> Term:
    note = item.note
    term, chinese, pinyin = (note.text(name) for name in ("term", "chinese", "pinyin"))
    wordings = [member.text for member in note.members("variants")]
    typed = pinyin.translate(_TYPED_U)  # the keyboard has no ü: v stands for it
    sounds = letters(pinyin)
    said = (term, chinese, pinyin, sounds, letters(typed), note.text("definition"))
    english = letters(term), term
    return Term(
        item,
        term,
        chinese,
        pinyin,
        note.text("definition"),
        note.text("question"),
        tuple(_variant(wording) for wording in wordings),
        english,
        (not pinyin, sounds, pinyin or english[0]),
        folded("\n".join((*said, *wordings))),
    )


_TYPED_U = {ord(letter): "v" for letter in "üǖǘǚǜÜǕǗǙǛ"}


def _variant(text: str) -> Variant:
    """Take “wording (who uses it)” apart."""
    found = _USERS.fullmatch(text)
    return Variant(found[1], found[2].strip()) if found else Variant(text)


T = TypeVar("T")
K = TypeVar("K")


def _grouped(several: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    groups: dict[K, list[T]] = {}
    for each in several:
        groups.setdefault(key(each), []).append(each)
    return groups
