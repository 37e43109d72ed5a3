"""What a search asks for, and how what stands in the search field is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from itertools import chain, islice

from nqpf_study.domain.search_tokens import CLOSING, MINUS, OPENING, Kind, Token, tokens

STATES = (
    *("new", "learning", "review", "due", "suspended", "buried"),
    *("flagged", "leech", "hard", "missing"),
)

LATELY = 7
"""How many study days, today among them, `is:hard` looks back."""

MOST = 500
"""Of a longer search only so many words, filters and signs count."""

DEEPEST = 10
"""So deep parentheses may stand in one another; a search is read up to where they go deeper."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A number of a card compared with another: `<`, `<=`, `=`, `>=` or `>`.

    `number` is one of `search_tokens.NUMBERS`.
    """

    number: str
    sign: str
    than: float


@dataclass(frozen=True, slots=True)
class Query:
    """A search: every word, every phrase and every filter must fit.

    They are matched in questions, answers, remarks, tags and passages: a word by its beginning,
    Chinese as a substring, a phrase as it stands. `decks` and `sources` are ids or parts of titles,
    `notes` are ids, in any deck or as deck/note, `tags` are whole tags, or beginnings of them that
    end in an asterisk. In `compared`, stability and interval are in days.

    None of the searches in `denied` may fit, and of each tuple of searches in `either` one must.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    compared: tuple[Comparison, ...] = ()
    notes: tuple[str, ...] = ()
    denied: tuple[Query, ...] = ()
    either: tuple[tuple[Query, ...], ...] = ()

    def asks(self, other: Query) -> bool:
        """Tell whether all that another search asks for is asked for here too, word for word."""
        return all(
            set(getattr(other, each.name)) <= set(getattr(self, each.name))
            for each in fields(Query)
        )

    def every(self) -> Iterator[Query]:
        """Yield the search and all searches in it, those that are denied after the others."""
        yield self
        for one in chain(*self.either, self.denied):
            yield from one.every()


NOTHING = Query()
"""A search that asks for nothing: every card fits."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search and its name; names differ by more than their case."""

    name: str
    text: str


def parse_query(text: str) -> Query:
    """Read a search; what is no filter is a word, so that no typing is ever an error.

    What stands side by side must fit together; `or` parts what may fit instead; `-` before a word,
    a phrase, a filter or a group in parentheses denies it. Quotation marks may be straight or
    curly, and colons, parentheses and the minus full-width, as a Chinese keyboard types them; what
    stands in quotation marks is text, whatever it is.

    A search that is not finished is read as far as it goes: a filter that lacks its name or number,
    an `or` with nothing behind it and a lone `-` are left out, a group goes on to the end. An `or`
    that begins a search or a group is a word. What has neither letters nor digits asks for nothing.
    """
    return _read(text).query()


def beside(text: str, filter_: str) -> str:
    """Return the search that asks for a filter besides what a text asks for.

    Where the text waits for something (behind `or`, a `-` or an opening parenthesis), the filter is
    what it waits for. Else what is open is closed, and put in parentheses where `or` parts it.
    """
    text, reading = text.strip(), _read(text.strip())
    last = reading.last
    if last is None:
        return filter_
    if text[-1] in MINUS and last.said in tuple((sign,) for sign in MINUS):
        return text + filter_
    if last.kind is Kind.OPEN:
        return text + filter_
    if last.kind is not Kind.OR:
        text += ("" if last.ends else '"') + ")" * (len(reading.groups) - 1)
        if reading.groups[0].parted:
            text = f"({text})"
    return f"{text} {filter_}"


def unopened(text: str) -> str:
    """Return the first word with a closing parenthesis for which none was opened, or nothing."""
    readable = _readable(text)
    for token in tokens(readable):
        if token.kind in (Kind.WORD, Kind.FILTER) and token.said[-1][-1:] in tuple(CLOSING):
            said = token.said[-1]
            closed, opened = (sum(map(said.count, signs)) for signs in (CLOSING, OPENING))
            if closed > opened:
                return said
    return ""


@dataclass(slots=True)
class _Group:
    """A group that is being read: what stood before the last `or` in it, and what stands since."""

    denied: bool = False
    before: list[Query] = field(default_factory=list)
    parts: list[Query] = field(default_factory=list)

    @property
    def parted(self) -> bool:
        return bool(self.before)

    def take(self, part: Query, *, denied: bool) -> None:
        if part != NOTHING:
            self.parts.append(Query(denied=(part,)) if denied else part)

    def turn(self, word: str) -> None:
        """Take an `or`: it begins another way to fit, or is a word where nothing stands before."""
        if self.parts:
            self.before.append(_together(self.parts))
            self.parts = []
        elif not self.before:
            self.take(Query(words=(word,)), denied=False)

    def query(self) -> Query:
        ways = [*self.before, *([_together(self.parts)] if self.parts else [])]
        return Query(either=(tuple(ways),)) if len(ways) > 1 else _together(ways)


class _Reading:
    """A search that is being read, token by token: the groups that are open, and the last token."""

    def __init__(self) -> None:
        self.groups = [_Group()]
        self.last: Token | None = None
        self._denied = False

    def take(self, token: Token) -> None:
        self.last = token
        if token.kind is Kind.DENY:
            self._denied = not self._denied
        elif token.kind is Kind.OPEN:
            self.groups.append(_Group(self._denied))
            self._denied = False
        elif token.kind is Kind.CLOSE:
            self.close()
        elif token.kind is Kind.OR:
            self.groups[-1].turn(token.said[0])
        else:
            self.groups[-1].take(_part(token), denied=self._denied)
            self._denied = False

    def close(self) -> None:
        group = self.groups.pop()
        self.groups[-1].take(group.query(), denied=group.denied)

    def query(self) -> Query:
        while len(self.groups) > 1:
            self.close()
        return self.groups[0].query()


def _read(text: str) -> _Reading:
    reading = _Reading()
    for token in islice(tokens(_readable(text)), MOST):
        if token.kind is Kind.OPEN and len(reading.groups) > DEEPEST:
            break
        reading.take(token)
    return reading


def _readable(text: str) -> str:
    return text.encode(errors="replace").decode()  # half of a surrogate pair is no text


def _part(token: Token) -> Query:
    """Return what a word, a phrase or a filter asks for by itself."""
    said = token.said
    if token.kind is Kind.FILTER:
        return _filter(*said) if said[1] else NOTHING
    if token.kind is Kind.COMPARED:
        return Query(compared=(Comparison(said[0], said[1], float(said[2])),))
    if token.kind is Kind.BEGUN or not any(char.isalnum() for char in said[0]):
        return NOTHING
    return Query(phrases=said) if token.kind is Kind.PHRASE else Query(words=said)


def _filter(name: str, value: str) -> Query:
    if name == "deck":
        return Query(decks=(value,))
    if name == "note":
        return Query(notes=(value,))
    if name == "tag":
        return Query(tags=(value,))
    if name == "kind":
        return Query(kinds=(value.lower(),))
    if name == "is":
        return Query(states=(value.lower(),))
    return Query(sources=(value,))


def _together(parts: Iterable[Query]) -> Query:
    """Return the search that asks for all that some searches ask for."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    return Query(
        *(tuple(chain(*(getattr(part, each.name) for part in parts))) for each in fields(Query))
    )
