"""What passages state, and what an answer states beyond them: numbers, dates, names, members."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from nqpf_study.content.lints.carrying import CARRY_NOTHING
from nqpf_study.domain.anchoring import normalise
from nqpf_study.domain.dates_in_text import Dates, dates_in
from nqpf_study.domain.kinds import said_date
from nqpf_study.domain.script import HAN
from nqpf_study.domain.wording import holds, numbers_in, plain_words

_MANY_WORDS = re.compile(rf"[^\W_{HAN}]+(?:['’.&-][^\W_{HAN}]+)*")
_HAN_RUN = re.compile(rf"[{HAN}]+")
_SCALED = re.compile("(?<=[0-9])[十百千万亿]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_INNER = re.compile(r"[.&-]")
_STARTS_A_SENTENCE = re.compile(r"(?:^|[.!?。！？…\n])[\s\"'“‘(\[]*$")
_TONE_MARKED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_FIGURES = re.compile(r"(?<![0-9.,])[0-9]{1,20}(?:\.[0-9]{1,20})?(?![0-9])")
_ONE = frozenset({"one", "first"})
_STEM = 5  # letters
_GOOD_PART = 1 / 3
_ARTICLES = {"a", "an", "the"}


class Ground:
    """What the passages of a note state; each sort is gathered when an answer asks for it.

    `cited` are words of the citations of their sources, which are good for names too.
    """

    def __init__(self, passages: Iterable[str], cited: Iterable[frozenset[str]] = ()) -> None:
        self._texts = [unicodedata.normalize("NFKC", normalise(text)) for text in passages]
        self._cited = cited

    def says(self, words: str) -> bool:
        """Tell whether a passage says these words, as they stand or word by word."""
        said = any(words in text for text in self._texts)
        return said or holds(self.words, plain_words(words))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the plain words of all passages; an empty one keeps passages apart."""
        return tuple(word for text in self._texts for word in (*plain_words(text), ""))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return the words, and the beginnings that inflected ones share: innov of innovate."""
        return frozenset(self.words) | frozenset(map(_stem, self.words))

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Return the numbers: those of 126 trillion are that and 126."""
        return frozenset(number for text in self._texts for number in _numbers(text))

    @cached_property
    def dates(self) -> tuple[frozenset[tuple[int, int]], frozenset[int]]:
        """Return the days, each with its month, and the months."""
        found = [dates_in(text) for text in self._texts]
        days = frozenset(day for dates in found for day in dates.days)
        return days, frozenset(month for dates in found for month in dates.months)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return every word that a name could be, in small letters."""
        return frozenset().union(*map(name_words, self._texts), *self._cited)


def unsupported_facts(
    answer: str, ground: Ground, proper: frozenset[str] | None
) -> tuple[str, ...]:
    """Return what `answer` states and `ground` does not: dates, numbers, names, Chinese.

    A word that begins a sentence counts as a name where it is one of `proper`, or the whole answer.
    None leaves names out, as for a language that writes every noun with a capital.
    """
    dates = dates_in(normalise(answer))
    missing = list(_missing_dates(dates, ground)) if dates.months else []
    missing += _missing_numbers(dates.rest, ground)
    if proper is not None:
        missing += _missing_names(dates.rest, ground, proper)
    runs = _HAN_RUN.findall(_SCALED.sub(" ", dates.rest))
    missing += [run for run in runs if not ground.says(run)]
    if not missing or holds(ground.words, plain_words(answer)):
        return ()  # an answer that a passage says word by word is right however it reads
    return tuple(dict.fromkeys(missing))


def supports_member(member: str, ground: Ground) -> bool:
    """Tell whether a listed member stands in a passage, but for case, marks and an article."""
    said = plain_words(member)
    if len(said) > 1 and said[0] in _ARTICLES:
        said = said[1:]
    return holds(ground.words, said)


def supports_words(answer: str, ground: Ground) -> bool:
    """Tell whether a good part of what carries an answer stands in a passage, inflected or not."""
    carrying = [word for word in plain_words(answer) if word not in CARRY_NOTHING]
    found = sum(word in ground.stems or _stem(word) in ground.stems for word in carrying)
    return found >= len(carrying) * _GOOD_PART


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


def name_words(text: str) -> frozenset[str]:
    """Return the words of a text, and the parts of joined ones, in small letters."""
    folded = {_POSSESSIVE.sub("", word) for word in _MANY_WORDS.findall(text.casefold())}
    parts = {part for word in folded if _INNER.search(word) for part in _INNER.split(word)}
    return frozenset(folded | parts)


def _stem(word: str) -> str:
    return word[:_STEM] if word.isascii() else word


def _missing_dates(dates: Dates, ground: Ground) -> Iterator[str]:
    days, months = ground.dates
    for month, day in sorted(dates.days - days):
        yield said_date(f"2000-{month:02}-{day:02}").removesuffix(" 2000")
    for month in sorted(dates.months - {month for month, _ in dates.days} - months):
        yield said_date(f"2000-{month:02}").removesuffix(" 2000")


def _missing_numbers(text: str, ground: Ground) -> Iterator[str]:
    if all(map(str.isalpha, plain_words(text))):
        return
    for number, written in numbers_in(text).items():
        if number not in ground.numbers and not _HAN_RUN.match(written):  # which is held as it is
            yield written


def _missing_names(text: str, ground: Ground, proper: frozenset[str]) -> Iterator[str]:
    transcribed = _HAN_RUN.search(text) is not None
    said = list(_MANY_WORDS.finditer(text))
    for found in said:
        word = found.group()
        if word == word.lower():
            continue
        word = _POSSESSIVE.sub("", word)
        if transcribed and _TONE_MARKED.search(word):
            continue
        begins = len(said) > 1 and _starts_sentence(text, found.start())
        if begins and _may_be_no_name(word, proper):
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


def _numbers(text: str) -> Iterator[Decimal]:
    yield from numbers_in(text)
    for figures in _FIGURES.findall(text):
        yield Decimal(figures)
    if not _ONE.isdisjoint(plain_words(text)):
        yield Decimal(1)
