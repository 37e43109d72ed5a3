from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from nqpf_study.app import Study
from nqpf_study.cli.practice import take
from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.options import FormChoice, StudyOptions
from nqpf_study.domain.passage import Passage
from nqpf_study.study.practice import Practice
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection

if TYPE_CHECKING:
    from nqpf_study.store.collection import Collection

TOWNS = {"France": "Paris", "Peru": "Lima", "Japan": "Tokyo", "Mali": "Bamako"}


def town(country: str) -> Note:
    fields = {"question": f"The capital of {country}?", "answer": TOWNS[country]}
    passages = (Passage("atlas", TOWNS[country]),)
    return Note(country.lower(), "basic", fields, tags=("town",), passages=passages)


class Desk:
    """A terminal to take tests at."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.collection = FakeCollection()
        self.collection.study = StudyOptions(zone="UTC")
        items = tuple(map(Member, ("north", "south", "east", "west")))
        listed = Note("n", "list", {"question": "Which?", "items": items, "ordered": True})
        self.collection.add(Deck("towns", "Towns", notes=tuple(map(town, TOWNS))), Clock().at)
        self.collection.add(Deck("lists", "Lists", notes=(listed,)), Clock().at)
        self.study = Study(folder, cast("Collection", self.collection), Clock(), lambda _: 7)
        self._patch = monkeypatch

    def takes(self, *lines: str, deck: str, form: FormChoice) -> Practice:
        self._patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        test = self.study.practice(decks=[deck], form=form)
        take(self.study, test)
        return test


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COLUMNS", "80")
    return Desk(tmp_path, monkeypatch)


def answers(desk: Desk) -> list[str]:
    """Return the right answers in the order of the test that `desk` draws."""
    test = desk.study.practice(decks=["towns"], form=FormChoice.TYPED)
    return [asked.face.answer for asked in test.questions]


def test_a_test_is_taken_and_its_result_told_by_theme(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    right = answers(desk)
    typed = (right[0], "", "nonsense", "", right[2], "1", "", "2")
    test = desk.takes(*typed, deck="towns", form=FormChoice.TYPED)
    said = capsys.readouterr().out
    assert test.result().points == 2.5
    assert "Question 1 of 4" in said
    assert "2.5 of 4 points (62%). The schedule is as it was." in said
    assert "town           4     2.5    62%" in said
    missed = said.split("Missed:")[1]
    assert right[1] in missed
    assert right[2] in missed
    assert right[0] not in missed
    assert f"»{right[1]}«" in missed
    assert "The same test again: --seed 7" in said
    assert desk.collection.log == []


def test_a_test_may_be_left_and_what_was_answered_counts(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.takes("x", "", "/q", deck="towns", form=FormChoice.TYPED)
    assert "0 of 1 point (0%)" in capsys.readouterr().out
    desk.takes("/Q", deck="towns", form=FormChoice.TYPED)
    assert "No question was answered." in capsys.readouterr().out
    desk.takes("q", deck="towns", form=FormChoice.RECALL)
    desk.takes("x", "q", deck="towns", form=FormChoice.TYPED)
    desk.takes(deck="towns", form=FormChoice.TYPED)
    assert capsys.readouterr().out.count("No question was answered.") == 3


def test_a_line_that_is_no_answer_asks_again(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.takes("1 2", "4321", "5", "0", deck="lists", form=FormChoice.ORDER)
    said = capsys.readouterr().out
    assert "“1 2” is no answer. Type each of the numbers 1 to 4 once, first to last." in said
    assert said.count("Question 1 of 1") == 2
    assert "Type 0, 1 or 2, or press Enter." in said
    assert "0 of 1 point" in said
