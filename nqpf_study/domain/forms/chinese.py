"""Chinese as it may be typed: in traditional characters, or in pinyin with its tones or without."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from nqpf_study.domain.script import HAN

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = re.compile(f"[{HAN}]")
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_U = re.compile("u\u0308|u:|v")
_LETTER_OR_TONE = re.compile("[a-z]|[1-4]")


def has_han(text: str) -> bool:
    """Tell whether a Chinese character stands in `text`."""
    return _HAN.search(text) is not None


def simplified(text: str) -> str:
    """Return `text` with traditional characters made simple ones.

    Text that GB 2312 can write, the set of the simplified ones in use, is simplified already.
    """
    if not has_han(text) or _in_simplified_set(text):
        return text
    return _converter().convert(text)


@dataclass(frozen=True, slots=True)
class Pinyin:
    """Pinyin taken apart: its letters without spaces, and its tones (1 to 4) in their order.

    A neutral tone, which has no mark, is left out; so is 5, the number that it may be typed with.
    """

    letters: str
    tones: str


def pinyin(text: str) -> Pinyin:
    """Take pinyin apart, whether its tones are marks, numbers or left out.

    The u with two dots may be typed as such, as u:, v or plain u.
    """
    marked = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    numbered = "".join(_TONES.get(letter, letter) for letter in _U.sub("u", marked))
    said = _LETTER_OR_TONE.findall(_U.sub("u", numbered))
    return Pinyin(
        letters="".join(letter for letter in said if letter.isalpha()),
        tones="".join(letter for letter in said if letter.isdigit()),
    )


def _in_simplified_set(text: str) -> bool:
    try:
        "".join(_HAN.findall(text)).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
