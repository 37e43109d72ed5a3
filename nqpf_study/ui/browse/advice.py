"""What to do about a search that finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain

from PySide6.QtCore import QCoreApplication

from nqpf_study.domain.kinds import KINDS
from nqpf_study.domain.search_query import STATES, Query, parse_query, unopened
from nqpf_study.domain.search_tokens import CLOSING, NUMBERS
from nqpf_study.ui.browse.search_words import Known, filter_meanings, quoted
from nqpf_study.ui.words import listed

_UNKNOWN = re.compile(r"([A-Za-z]{2,12})[:：](.+)", re.DOTALL)
_COMPARED = re.compile(rf"({'|'.join(NUMBERS)})([<>＜＞=＝].*)?", re.IGNORECASE)
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said, and the search that may have been meant, empty where none comes to mind."""

    said: str
    instead: str = ""


def advice(text: str, known: Known) -> Advice:
    """Say what is amiss in a search that finds nothing, the first thing that is."""
    query = parse_query(text)
    if (found := _unopened(query, text)) is not None:
        return found
    for one in query.every():
        if (found := _unknown(one, text, known)) is not None:
            return found
    for word in chain.from_iterable(one.words for one in query.every()):
        if (found := _amiss(word, text)) is not None:
            return found
    if query.either or query.denied:
        return Advice(
            _tr(
                "All parts must fit, of those with “or” between them one, and nothing behind “-” "
                "may: try fewer parts, or shorter words."
            )
        )
    filters = (query.states, query.kinds, query.decks, query.sources, query.tags, query.compared)
    if not (query.words or query.phrases or query.notes) and sum(map(len, filters)) == 1:
        return Advice(_tr("There is none at the moment."))
    return Advice(_tr("Every word and every filter must fit: try fewer of them, or shorter words."))


def _unopened(query: Query, text: str) -> Advice | None:
    """Tell of a parenthesis that closes nothing, where it makes a difference."""
    word = unopened(text)
    if not word or (word in query.words and not (query.either or query.denied)):
        return None
    said = _tr("The parenthesis behind “{word}” closes nothing: no “(” stands before it.")
    return Advice(said.replace("{word}", word.rstrip(CLOSING)), f"({text.strip()}")


def _unknown(query: Query, text: str, known: Known) -> Advice | None:
    """Tell of a name that there is not."""
    for filter_, asked, names, said in (
        ("is", query.states, STATES, _state),
        ("kind", query.kinds, tuple(KINDS), _kind),
        ("deck", query.decks, _all(known.decks.items()), _deck),
        ("source", query.sources, _all(known.sources.items()), _source),
        ("tag", query.tags, known.all_tags, _tag),
    ):
        for name in asked:
            if not _is_known(filter_, name, names):
                return Advice(said(name), _instead(text, filter_, name, names))
    return None


def _is_known(filter_: str, name: str, names: Sequence[str]) -> bool:
    asked = name.casefold()
    if filter_ == "tag" and asked.endswith("*"):
        return any(tag.casefold().startswith(asked.rstrip("*")) for tag in names)
    if filter_ in ("deck", "source"):
        return any(asked in known.casefold() for known in names)
    return asked in {known.casefold() for known in names}


def _instead(text: str, filter_: str, name: str, names: Sequence[str]) -> str:
    """Return the search with the name that is most like the one that is not known."""
    folded = {each.casefold(): each for each in reversed(names)}
    like = get_close_matches(name.casefold(), folded, 1, _ALIKE)
    if not like:
        return ""
    wrong = rf'{filter_}[:：]["“”]?{re.escape(name)}["“”]?'
    right = f"{filter_}:{quoted(folded[like[0]])}"
    return re.sub(wrong, lambda _: right, text, count=1, flags=re.IGNORECASE).strip()


def _amiss(word: str, text: str) -> Advice | None:
    """Tell of a word that looks like a filter and is none."""
    if word.lower() == "and":
        said = _tr("Parts side by side must all fit: “{word}” between them is searched for, too.")
        instead = re.sub(rf"\s+{re.escape(word)}(?=\s)", "", text, count=1).strip()
        return Advice(said.replace("{word}", word), instead if instead != text.strip() else "")
    filters = [name.rstrip(":") for name in filter_meanings()]
    unknown = _UNKNOWN.fullmatch(word)
    if unknown and unknown[1].lower() not in filters:
        said = _tr("“{word}:” is no filter. There are {filters}.").replace("{word}", unknown[1])
        like = get_close_matches(unknown[1].lower(), filters, 1, _ALIKE)
        instead = text.replace(word, f"{like[0]}:{unknown[2]}", 1).strip() if like else ""
        return Advice(said.replace("{filters}", listed(f"{name}:" for name in filters)), instead)
    if word.rstrip(":：").lower() in filters:
        said = _tr("After “{word}” comes a name, without a space between.")
        return Advice(said.replace("{word}", word))
    compared = _COMPARED.fullmatch(word)
    if compared and compared[2]:
        said = _tr("After {name} comes <, <=, =, >= or > and a number: {name}>3.")
        return Advice(said.replace("{name}", compared[1].lower()))
    return None


def _state(name: str) -> str:
    said = _tr("“is:{name}” is not known. After is: comes one of {names}.")
    return said.replace("{names}", listed(STATES)).replace("{name}", name)


def _kind(name: str) -> str:
    said = _tr("“kind:{name}” is not known. After kind: comes one of {names}.")
    return said.replace("{names}", listed(KINDS)).replace("{name}", name)


def _deck(name: str) -> str:
    return _tr("No deck is called “{name}”.").replace("{name}", name)


def _source(name: str) -> str:
    return _tr("No text is called “{name}”.").replace("{name}", name)


def _tag(name: str) -> str:
    return _tr("No card has the tag “{name}”.").replace("{name}", name)


def _all(items: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return ids and titles alike."""
    return tuple(name for item in items for name in item)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Browse", text)
