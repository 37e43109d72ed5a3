"""What passages state, and what an answer states beyond them: numbers, dates, names, members."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from nqpf_study.domain.anchoring import normalise
from nqpf_study.domain.dates_in_text import dates_in
from nqpf_study.domain.kinds import said_date
from nqpf_study.domain.script import HAN
from nqpf_study.domain.wording import holds, plain_words, words

_MANY_WORDS = re.compile(rf"[^\W_{HAN}]+(?:['’.&-][^\W_{HAN}]+)*")
_HAN_RUN = re.compile(rf"[{HAN}]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_INNER = re.compile(r"[.&-]")
_STARTS_A_SENTENCE = re.compile(r"(?:^|[.!?。！？…\n])[\s\"'“‘(\[]*$")
_TONE_MARKED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_NO_CLAIM = {("one",), ("first",)}  # pronouns and adverbs more often than numbers
_ARTICLES = {"a", "an", "the"}


@dataclass(frozen=True)
class Ground:
    """What the passages of a note state, as words, numbers, (month, day), months and names."""

    words: tuple[str, ...]
    numbers: frozenset[Decimal]
    days: frozenset[tuple[int, int]]
    months: frozenset[int]
    names: frozenset[str]


def ground_of(passages: Iterable[str], citations: Iterable[str] = ()) -> Ground:
    """Gather what `passages` state. Names may stand in the citations of their sources as well."""
    texts = [normalise(text) for text in passages]
    numbers: set[Decimal] = set()
    plain: list[str] = []
    days: set[tuple[int, int]] = set()
    months: set[int] = set()
    for text in texts:
        said = words(text)
        plain += [*(word.plain for word in said), ""]  # no run of words crosses passages
        numbers.update(_values(text))
        dates = dates_in(text)
        days |= dates.days
        months |= dates.months
    names = {
        name for text in (*texts, *citations) for word in _words(text) for name in _forms(word)
    }
    return Ground(
        tuple(plain), frozenset(numbers), frozenset(days), frozenset(months), frozenset(names)
    )


def unsupported_facts(
    answer: str, ground: Ground, proper: frozenset[str] | None
) -> tuple[str, ...]:
    """Return what `answer` states and `ground` does not: dates, numbers, names, Chinese.

    `proper` are words that are names even where they begin a sentence; None leaves names out, as
    for a language that writes every noun with a capital.
    """
    dates = dates_in(normalise(answer))
    missing = [_said_day(*day) for day in sorted(dates.days - ground.days)]
    alone = dates.months - {month for month, _ in dates.days} - ground.months
    missing += [_said_month(month) for month in sorted(alone)]
    missing += _missing_numbers(dates.rest, ground)
    if proper is not None:
        missing += _missing_names(dates.rest, ground, proper)
    missing += [
        run for run in _HAN_RUN.findall(dates.rest) if not holds(ground.words, plain_words(run))
    ]
    return tuple(dict.fromkeys(missing))


def supports_member(member: str, ground: Ground) -> bool:
    """Tell whether a listed member stands in a passage, but for case, marks and an article."""
    said = plain_words(member)
    if len(said) > 1 and said[0] in _ARTICLES:
        said = said[1:]
    return holds(ground.words, said)


def proper_words(text: str) -> frozenset[str]:
    """Return the words that a text writes with a capital within sentences, and never without."""
    capital: set[str] = set()
    small: set[str] = set()
    for found in _MANY_WORDS.finditer(text):
        word = found.group()
        if word[0].islower():
            small.add(word)
        elif word[0].isupper() and not _starts_sentence(text, found.start()):
            capital.add(_POSSESSIVE.sub("", word).casefold())
    return frozenset(capital - small)


def _missing_numbers(text: str, ground: Ground) -> Iterator[str]:
    for word in words(text):
        value = word.value
        if value is not None and word.written not in _NO_CLAIM and value not in ground.numbers:
            yield " ".join(word.written) if not word.written[0].isdigit() else word.plain


def _missing_names(text: str, ground: Ground, proper: frozenset[str]) -> Iterator[str]:
    transcribed = _HAN_RUN.search(text) is not None
    for found in _MANY_WORDS.finditer(text):
        word = _POSSESSIVE.sub("", found.group())
        if not any(sign.isupper() for sign in word):
            continue
        if transcribed and _TONE_MARKED.search(word):
            continue
        if _may_be_no_name(word, proper) and _starts_sentence(text, found.start()):
            continue
        if not _is_named(word, ground.names):
            yield word


def _may_be_no_name(word: str, proper: frozenset[str]) -> bool:
    """Tell whether a word may owe its capital to the beginning of a sentence."""
    return word.casefold() not in proper and word[1:] == word[1:].lower()


def _is_named(word: str, names: frozenset[str]) -> bool:
    if word.casefold() in names:
        return True
    parts = [part for part in _INNER.split(word) if part != part.lower()]
    return bool(parts) and all(part.casefold() in names for part in parts)


def _starts_sentence(text: str, at: int) -> bool:
    return _STARTS_A_SENTENCE.search(text, max(0, at - 12), at) is not None


def _words(text: str) -> list[str]:
    return _MANY_WORDS.findall(text)


def _forms(word: str) -> Iterator[str]:
    folded = _POSSESSIVE.sub("", word.casefold())
    yield folded
    if _INNER.search(folded):
        yield from _INNER.split(folded)


def _values(text: str) -> Iterator[Decimal]:
    for word in words(text):
        if word.value is not None:
            yield word.value
        if len(word.written) > 1:  # 126 trillion states 126 too
            yield from (part.value for one in word.written for part in words(one) if part.value)


def _said_day(month: int, day: int) -> str:
    return said_date(f"2000-{month:02}-{day:02}").removesuffix(" 2000")


def _said_month(month: int) -> str:
    return said_date(f"2000-{month:02}").removesuffix(" 2000")
