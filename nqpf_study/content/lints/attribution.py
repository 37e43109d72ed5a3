"""Cards that say something as the world's truth that is somebody's view, or somebody's wish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nqpf_study.content.lints.linted import Finding, Linted
from nqpf_study.content.problems import Code
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.source import Document
from nqpf_study.domain.wording import holds, plain_words

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」")
_ASSERTS = (
    *(("must",), ("should",), ("shall",), ("ought", "to"), ("need", "to"), ("needs", "to")),
    *(("has", "to"), ("have", "to"), ("is", "to", "be"), ("are", "to", "be")),
    *(("clearly",), ("obviously",), ("undoubtedly",), ("certainly",), ("of", "course")),
    *(("inevitable",), ("inevitably",), ("always",), ("never",), ("crucial",), ("vital",)),
    *(("indispensable",), ("superior",)),
    *(("the", "best"), ("the", "worst"), ("the", "greatest"), ("the", "only")),
)
_TELLING = frozenset(next(word for word in phrase[::-1] if word != "to") for phrase in _ASSERTS)
_ATTRIBUTES = frozenset(
    (
        *("according", "words", "text", "texts", "article", "page", "report", "reports", "speech"),
        *("explainer", "story", "author", "chapter", "source", "says", "say", "said", "calls"),
        *("call", "called", "names", "name", "named", "writes", "write", "wrote", "puts", "put"),
        *("tells", "tell", "told", "states", "stated", "argues", "argued", "claims", "claimed"),
        *("describes", "describe", "described", "defines", "define", "defined", "wants", "want"),
        *("wanted", "asks", "asked", "demands", "demanded", "urges", "urged", "warns", "warned"),
        *("proposes", "proposed", "pledges", "pledge", "pledged", "promises", "promised"),
        *("plans", "planned", "aims", "aimed", "stresses", "stressed", "emphasizes", "emphasized"),
        *("emphasises", "emphasised", "declares", "declared", "quotes", "quoted"),
    )
)


def asserted(text: str) -> str:
    """Return the words of `text` by which it sounds asserted, empty where none do.

    What stands in quotation marks is somebody's word already.
    """
    if _TELLING.isdisjoint(plain_words(text)):
        return ""
    said = plain_words(_QUOTED.sub(" ", text))
    return next((" ".join(phrase) for phrase in _ASSERTS if holds(said, phrase)), "")


def attributes(text: str, names: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether a text says whose word it is; `names` are those of sources, as plain words."""
    if not _ATTRIBUTES.isdisjoint(plain_words(text)):
        return True
    said = _bare(text)
    return any(_named(said, name) for name in names)


class Unattributed:
    """Finds claims that nobody is named for; for decks in English only."""

    def __init__(self, documents: Iterable[Document]) -> None:
        sources = [document.source for document in documents]
        texts = [text for each in sources for text in (each.id, each.publisher, each.title)]
        self._names = [name for text in texts if (name := _bare(text))]

    def __call__(self, linted: Linted) -> Iterator[Finding]:
        """Find such claims in the questions and answers of a note."""
        for card in linted.cards:
            mark, place = asserted(card.question), linted.question(card)
            if not mark:
                mark, place = asserted(card.answer), linted.answer(card)
            if mark and not attributes(f"{card.question}\n{card.answer}", self._names):
                yield Finding(
                    place,
                    Code.UNATTRIBUTED,
                    phrase(
                        "“{mark}” in the card “{name}” sounds like the world's truth",
                        mark=mark,
                        name=card.name,
                    ),
                    "say whose word it is: “according to ...”, “the text calls ...”",
                )


def _named(said: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether a name stands among the words said, in the genitive or not."""
    length = len(name)
    return any(
        all(
            word in {own, own + "s"} for word, own in zip(said[at : at + length], name, strict=True)
        )
        for at in range(len(said) - length + 1)
    )


def _bare(text: str) -> tuple[str, ...]:
    """Return plain words without apostrophes, so that an id fits a name: peoples-daily."""
    return tuple(word.replace("'", "") for word in plain_words(text))
