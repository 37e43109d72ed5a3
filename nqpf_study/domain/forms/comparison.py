"""Comparing what was typed with what is right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nqpf_study.domain.forms.chinese import has_han, pinyin
from nqpf_study.domain.forms.folding import LONGEST, folded, key, same
from nqpf_study.domain.forms.judgement import Reason
from nqpf_study.domain.forms.outcomes import MOST, SOME
from nqpf_study.domain.forms.slips import DENIALS, HAN_DENIALS, is_slip, slips_between

_LONG_HAN = 8
"""Characters of a Chinese answer of which one may be wrong, as one that sounds alike often is."""

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_BETWEEN_MEMBERS = re.compile(r"[;；\n]")
_BETWEEN_TYPED = (
    re.compile(r"[;；,，、\n]"),
    re.compile(r"[;；,，、\n]|\band\b|&|[和与及]", re.IGNORECASE),  # which members may hold
)
_SMALL = frozenset(
    (
        *("a", "an", "the", "and", "or", "as", "at", "by", "for", "from", "in", "into", "of", "on"),
        *("to", "with", "is", "are", "was", "were", "it", "its", "their", "that"),
    )
)


def compare(given: str, right: str) -> Reason:
    """Tell how near a typed text comes to the right one."""
    if not given.strip():
        return Reason.EMPTY
    return _whole(given, right) or _part(folded(given), folded(right))


def is_right(given: str, right: str) -> bool:
    """Tell whether a typed text counts as the whole of the right one."""
    return bool(given.strip()) and _whole(given, right) is not None


def compare_pinyin(given: str, right: str) -> Reason:
    """Tell how near typed pinyin comes to the right one, whose tones are marked."""
    one, other = pinyin(given), pinyin(right)
    if has_han(given) or not other.letters or one.letters != other.letters:
        return Reason.WRONG
    if not one.tones:
        return Reason.NO_TONES
    return Reason.PINYIN if one.tones == other.tones else Reason.WRONG_TONES


def _in_any_order(given: str, right: str) -> Reason | None:
    members = _members(_BETWEEN_MEMBERS, right)
    if len(members) < 2 or all(members != _members(between, given) for between in _BETWEEN_TYPED):
        return None
    return Reason.ANY_ORDER


def _members(between: re.Pattern[str], text: str) -> list[str]:
    return sorted(key(member) for member in between.split(text[:LONGEST]) if member.strip())


def _whole(given: str, right: str) -> Reason | None:
    reason = same(given, right) or _in_any_order(given, right)
    return reason or slips_between(folded(given), folded(right))


def _part(given: str, right: str) -> Reason:
    if _DATE.fullmatch(given) and _DATE.fullmatch(right):
        return _part_of_date(given, right)
    if has_han(right):
        return _share_of_characters(given, right)
    return _share_of_words(given.split(), right.split())


def _part_of_date(given: str, right: str) -> Reason:
    if given.startswith(right):
        return Reason.TOO_MUCH
    if right.startswith(given):
        return Reason.MOSTLY if "-" in given else Reason.PARTLY
    return Reason.WRONG


def _share_of_words(given: Sequence[str], right: Sequence[str]) -> Reason:
    wanted = [word for word in right if word not in _SMALL] or list(right)
    said = [word for word in given if word not in _SMALL]
    if _denials(wanted) != _denials(said):
        return Reason.WRONG
    left = list(said)
    for word in wanted:
        found = next((one for one in left if one == word or is_slip(one, word)), None)
        if found is not None:
            left.remove(found)
    share = (len(said) - len(left)) / len(wanted)
    if share == 1 and not left:
        return Reason.MOSTLY  # the words in another order, or other small words between them
    if share == 1:
        return Reason.TOO_MUCH if len(left) <= max(2, len(wanted)) else Reason.PARTLY
    if share >= MOST and len(left) <= len(wanted) * SOME and not _numbers(left):
        return Reason.MOSTLY
    return Reason.PARTLY if share >= SOME else Reason.WRONG


def _share_of_characters(given: str, right: str) -> Reason:
    from rapidfuzz.distance import LCSseq

    one, other = given.replace(" ", ""), right.replace(" ", "")
    if _denials(one) != _denials(other):
        return Reason.WRONG
    common = LCSseq.similarity(one, other)
    share, extra = common / len(other), len(one) - common
    if share == 1:
        return Reason.TOO_MUCH if extra <= max(2, len(other) // 2) else Reason.PARTLY
    if share >= MOST and (not extra or (extra == 1 and len(other) >= _LONG_HAN)):
        return Reason.MOSTLY
    return Reason.PARTLY if share >= SOME and common > 1 else Reason.WRONG


def _denials(words: Sequence[str]) -> Counter[str]:
    """Count the words, or the Chinese characters, that turn an answer round."""
    return Counter(word for word in words if word in DENIALS or word in HAN_DENIALS)


def _numbers(words: Sequence[str]) -> bool:
    return any(letter.isdigit() for word in words for letter in word)
