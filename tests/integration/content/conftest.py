"""A deck file in a folder of its own, and a small library to hold it against."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nqpf_study.content.deck_file import ReadDeck, read_deck
from nqpf_study.domain.source import Document, Source

Read = Callable[[str | bytes], ReadDeck]


def document(id_: str, text: str | None) -> Document:
    return Document(
        Source(
            id=id_,
            title=id_.capitalize(),
            publisher="A publisher",
            published="2024-03",
            language="en",
            where="",
            file=f"{id_}.txt",
            sha256="",
        ),
        text,
    )


@pytest.fixture
def library() -> dict[str, Document]:
    return {
        "essay": document(
            "essay",
            "Innovation plays the leading role.\n\nThe first measure is “innovation”，\n"
            "the second is new industry. The first of all.",
        ),
        "story": document("story", "A province wrote its report in January."),
        "lost": document("lost", None),
    }


@pytest.fixture
def read(tmp_path: Path, library: dict[str, Document]) -> Read:
    """Return what reads a deck file of the given content."""

    def read_content(content: str | bytes) -> ReadDeck:
        (tmp_path / "near.txt").write_text("The first words and the last words.", "utf-8")
        path = tmp_path / "deck.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_deck(path, library)

    return read_content
