"""Pinyin that is missing, has no tone marks, or has not as many syllables as characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.script import HAN

_CHARACTER = re.compile(f"[{HAN}]")
_MAY_BE_NO_SYLLABLE = "儿"
_COUNTABLE = re.compile(f"(?:(?!{_MAY_BE_NO_SYLLABLE})[{HAN}]|[\\s·、，。“”‘’《》（）—-])*")
_TONE = re.compile("[\u0300\u0301\u0304\u030c]")
_TONE_NUMBER = re.compile("(?<=[a-zü])[1-5](?![0-9])", re.IGNORECASE)
_SYLLABLE = re.compile("[aeiouü]+")


def pinyin_fault(chinese: str, pinyin: str) -> str:
    """Return what is wrong with the pinyin of a Chinese term, empty where nothing is."""
    characters = len(_CHARACTER.findall(chinese))
    if not characters:
        return ""
    if not pinyin:
        return phrase("{chinese} has no pinyin", chinese=chinese)
    apart = unicodedata.normalize("NFD", pinyin)
    toneless = unicodedata.normalize("NFC", _TONE.sub("", apart))
    if _TONE_NUMBER.search(toneless):
        return phrase("{pinyin} has numbers for tones", pinyin=pinyin)
    if toneless == unicodedata.normalize("NFC", pinyin):
        return phrase("{pinyin} has no tone marks", pinyin=pinyin)
    syllables = len(_SYLLABLE.findall(toneless.casefold()))
    if syllables == characters or not _COUNTABLE.fullmatch(chinese):
        return ""
    return phrase(
        "{chinese} has {characters} characters, and {pinyin} has {syllables} syllables",
        chinese=chinese,
        characters=characters,
        pinyin=pinyin,
        syllables=syllables,
    )


def missing_pinyin(linted: Linted) -> Iterator[Finding]:
    """Find Chinese terms whose pinyin a learner could not read the tones from."""
    chinese, pinyin = linted.note.text("chinese"), linted.note.text("pinyin")
    fault = pinyin_fault(chinese, pinyin)
    if fault:
        yield Finding(
            linted.entries["pinyin" if pinyin else "chinese"],
            Code.MISSING_PINYIN,
            fault,
            "write it with tone marks: xīn zhì shēngchǎnlì, and xī'ān where syllables could merge",
        )
