"""British and American spelling made one, for comparison only: the result need not be a word."""

from __future__ import annotations

import re

_RULES = tuple(
    (re.compile(rule), instead)
    for rule, instead in (
        (r"\bprogramme(s?)\b", r"program\1"),
        (r"\bgrey(\w*)\b", r"gray\1"),
        (r"\b(def|off|lic|pret)ence(s?)\b", r"\1ense\2"),
        (r"\bpractis(\w+)\b", r"practic\1"),
        (r"\b(\w{2,})our(s|ed|ing|ers?|al|ly|able|ful|less|ite|hood)?\b", r"\1or\2"),
        (r"\b(\w{3,})is(e|ed|es|er|ers|ing|ations?)\b", r"\1iz\2"),
        (r"\b(\w+)lys(e|ed|es|ing)\b", r"\1lyz\2"),
        (r"\b(\w{2,})tre(s?)\b", r"\1ter\2"),
        (r"\b(\w{3,})ogue(s?)\b", r"\1og\2"),
        (r"\b(\w{4,})ll(ed|ing|ers?)\b", r"\1l\2"),
        (r"\b(fulfil|enrol|instal)l(s|ment|ments)?\b", r"\1\2"),
        (r"\b(judg|acknowledg|ag)e(ments?|ing)\b", r"\1\2"),
    )
)


def one_spelling(text: str) -> str:
    """Return case-folded `text` with words that are spelt two ways spelt one way."""
    for rule, instead in _RULES:
        text = rule.sub(instead, text)
    return text
