from __future__ import annotations

import pytest

from nqpf_study.cli.passages import as_json, shown
from nqpf_study.domain.deck import Note
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document, Source
from nqpf_study.study.lookup import LookedUp, look_up

SOURCE = Source(
    id="qiushi",
    title="On productive forces",
    publisher="Qiushi",
    published="2024-06-01",
    language="en",
    where="",
    file="qiushi.txt",
    sha256="",
)
TEXT = "Forces grew.\nInnovation plays\u00a0the leading role here. Forces grew again."


def looked_up(passage: Passage, text: str | None = TEXT) -> LookedUp:
    note = Note("n", "basic", passages=(passage,))
    (found,) = look_up(note, {"qiushi": Document(SOURCE, text)})
    return found


def test_a_passage_stands_marked_in_one_line_of_context_below_its_citation() -> None:
    said = shown(looked_up(Passage("qiushi", "plays the leading role")))
    assert said == (
        "[Qiushi, “On productive forces”, 2024-06-01]\n"
        "  Forces grew. Innovation »plays the leading role« here. Forces grew again."
    )


def test_long_context_is_cut_at_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    said = shown(
        looked_up(Passage("qiushi", "the middle"), "word " * 99 + "the middle" + " word" * 99)
    )
    lines = said.splitlines()
    assert lines[1].startswith("  … word word")
    assert lines[-1].endswith("word …")


def test_an_ambiguous_passage_is_not_guessed() -> None:
    said = shown(looked_up(Passage("qiushi", "Forces grew")))
    assert "stand in the source 2 times" in said


def test_a_lost_passage_says_so() -> None:
    assert "no longer in the source" in shown(looked_up(Passage("qiushi", "nowhere")))


@pytest.mark.parametrize("text", [None])
def test_a_source_without_its_text_says_so(text: None) -> None:
    assert "not in the collection" in shown(looked_up(Passage("qiushi", "Forces grew"), text))


def test_json_carries_the_place_in_the_raw_text() -> None:
    found = as_json(looked_up(Passage("qiushi", "plays the leading role")))
    assert found["outcome"] == "found"
    assert TEXT[int(str(found["start"])) : int(str(found["end"]))] == "plays\u00a0the leading role"
    lost = as_json(looked_up(Passage("qiushi", "nowhere")))
    assert (lost["outcome"], lost["start"]) == ("missing", None)
