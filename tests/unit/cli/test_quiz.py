from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from nqpf_study.app import Study
from nqpf_study.cli.quiz import Quiz
from nqpf_study.domain.deck import Deck, Member, Note, Value
from nqpf_study.domain.forms import Choice, Match
from nqpf_study.domain.options import FormChoice, StudyOptions
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.review import Act, CardId, Rating, State
from tests.fakes.collection import FakeCollection

if TYPE_CHECKING:
    from nqpf_study.store.collection import Collection

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CAPITALS = {"France": "Paris", "Peru": "Lima", "Japan": "Tokyo", "Mali": "Bamako"}


def capital(country: str) -> Note:
    return Note(
        country.lower(),
        "basic",
        {"question": f"The capital of {country}?", "answer": CAPITALS[country]},
        passages=(Passage("atlas", CAPITALS[country]),),
        remark=f"{country} has one.",
    )


class Table:
    """A terminal to study at: what is typed, and what was written."""

    def __init__(
        self, notes: tuple[Note, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.collection = FakeCollection()
        self.collection.study = StudyOptions(zone="UTC")
        self.collection.add(Deck("capitals", "Capitals", notes=notes), NOON)
        self.at = NOON
        self.study = Study(folder, cast("Collection", self.collection), self.now, lambda _: 0)
        self._patch = monkeypatch

    def now(self) -> datetime:
        self.at += timedelta(seconds=5)
        return self.at

    def types(self, *lines: str, form: FormChoice | None = None) -> None:
        self._patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        Quiz(self.study, self.study.session(form=form)).run()

    def acts(self) -> list[tuple[str, Act, Rating | None]]:
        return [(entry.card.note, entry.act, entry.rating) for entry in self.collection.log]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setenv("COLUMNS", "80")
    return Table(tuple(map(capital, CAPITALS)), tmp_path, monkeypatch)


def test_enter_reveals_and_a_number_grades(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.types("", "4", "", "2", "q")
    assert table.acts() == [
        ("france", Act.GRADE, Rating.EASY),
        ("peru", Act.GRADE, Rating.HARD),
    ]
    said = capsys.readouterr().out
    question, answer = said.index("The capital of France?"), said.index("  Paris")
    assert question < answer < said.index("France has one.") < said.index("1 again (1 min)")
    assert "2 grades in about 1 minute, 2 new cards." in said


def test_enter_accepts_the_rating_proposed(table: Table) -> None:
    table.types("", "")
    assert table.acts() == [("france", Act.GRADE, Rating.GOOD)]


def test_the_end_of_the_input_quits_with_all_saved(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.types("", "1")
    said = capsys.readouterr().out
    assert "Missed:\n  The capital of France?\n    Paris" in said
    assert "All of it is saved." in said


def test_a_source_looked_at_before_the_answer_caps_the_rating(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.types("s", "", "4", "", "q")
    assert table.acts() == [("france", Act.GRADE, Rating.HARD)]
    said = capsys.readouterr().out
    assert "this card counts as hard at best" in said
    assert "“4” is no key here" in said
    assert "3 good" not in said


def test_a_source_looked_at_after_the_answer_is_free(table: Table) -> None:
    table.types("", "s", "4")
    assert table.acts() == [("france", Act.GRADE, Rating.EASY)]


def test_bury_suspend_and_undo(table: Table) -> None:
    table.types("b", "!", "u", "u", "u", "q")
    assert [act for _, act, _ in table.acts()] == [Act.BURY, Act.SUSPEND, Act.UNDO, Act.UNDO]
    status = table.collection.status(CardId("capitals", "france", "answer"))
    assert status.buried_day is None


def test_what_was_undone_is_redone(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    table.types("", "4", "u", "r", "r", "q")
    assert table.acts()[-1] == ("france", Act.GRADE, Rating.EASY)
    said = capsys.readouterr().out
    assert "Redone: grade of capitals/france/answer." in said
    assert "There is nothing to redo." in said


def test_undo_works_after_the_last_card_and_asks_it_again(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.types("", "4", "", "4", "", "4", "", "4", "u", "", "4", "")
    assert table.acts()[-2:] == [("mali", Act.UNDO, None), ("mali", Act.GRADE, Rating.EASY)]
    assert "That was the last card for now." in capsys.readouterr().out


def test_nothing_to_undo_is_said(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    table.types("u")
    assert "There is nothing to undo." in capsys.readouterr().out


def test_a_choice_is_judged_and_proposes_the_rating(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    session = table.study.session(form=FormChoice.CHOICE)
    assert session.asked is not None
    assert isinstance(session.asked.task, Choice)
    right = session.asked.task.right + 1
    wrong = right % 4 + 1
    table.types(str(right), "", form=FormChoice.CHOICE)
    assert "Right." in capsys.readouterr().out
    table.types("u", str(wrong), "", form=FormChoice.CHOICE)
    assert "Not that one: it is the answer to another card." in capsys.readouterr().out
    assert [rating for _, act, rating in table.acts() if act is Act.GRADE] == [
        Rating.GOOD,
        Rating.AGAIN,
    ]


def test_a_choice_has_only_the_numbers_that_it_shows(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.types("5", "0", "x", form=FormChoice.CHOICE)
    assert table.acts() == []
    assert capsys.readouterr().out.count("is no key here") == 3


def test_the_members_of_a_list_stand_one_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    items = (Member("labourers"), Member("means of labour"))
    note = Note("n", "list", {"question": "Which?", "items": items, "ordered": True})
    Table((note,), tmp_path, monkeypatch).types("")
    assert "  1. labourers\n  2. means of labour\n" in capsys.readouterr().out


def test_all_that_a_note_says_besides_stands_under_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fields: dict[str, Value] = {
        "term": "force",
        "definition": "Might.",
        "variants": (Member("power"),),
    }
    note = Note("n", "term", fields, remark="Old.", derived="By law.", as_of="2024-03")
    Table((note,), tmp_path, monkeypatch).types("")
    said = capsys.readouterr().out
    asides = ("Old.", "Also worded: power", "How it follows: By law.", "As of 2024-03")
    assert "  Might.\n" + "".join(f"    {aside}\n" for aside in asides) in said


def test_how_the_chinese_is_known_stands_under_the_chinese_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fields: dict[str, Value] = {
        "term": "force",
        "definition": "Might.",
        "chinese": "力",
        "chinese_derived": "It is settled.",
    }
    table = Table((Note("n", "term", fields),), tmp_path, monkeypatch)
    table.types("", "4")
    assert "How it follows" not in capsys.readouterr().out
    table.at += timedelta(days=1)
    table.types("")
    said = capsys.readouterr().out
    assert "  力\n    How it follows: It is settled.\n" in said


def test_nothing_due_says_when_something_will_be_and_can_still_be_undone(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.types("", "4", "", "4", "", "4", "", "4", "")
    mali = CardId("capitals", "mali", "answer")
    assert table.collection.status(mali).memory.state is State.REVIEW
    capsys.readouterr()
    table.types("")
    said = capsys.readouterr().out
    assert "Nothing is due. [" in said
    assert "The next card is due on 2026-03-" in said
    table.types("u", "q")
    assert table.collection.status(mali).memory.state is State.NEW


# --- other forms --------------------------------------------------------------------------------

ORDERED = Note(
    "list",
    "list",
    {
        "question": "Which?",
        "items": tuple(map(Member, ("north", "south", "east"))),
        "ordered": True,
    },
)
GAPPED = Note("gap", "cloze", {"text": "From {{c1::Mao}} to {{c1::Deng}}."})


@pytest.mark.parametrize(
    ("form", "notes", "typed", "said"),
    [
        (FormChoice.TYPED, (capital("Peru"),), ("lime", ""), "Nearly: a few letters differ."),
        (FormChoice.TYPED, (GAPPED,), ("Mao", "Deng", ""), "Right."),
        (FormChoice.LIST, (ORDERED,), ("north", "south", "", ""), "Mostly."),
        (FormChoice.ORDER, (ORDERED,), ("1 2 3", ""), "Not in this order."),
    ],
)
def test_an_answer_is_judged_in_its_form_and_proposes_the_rating(
    form: FormChoice,
    notes: tuple[Note, ...],
    typed: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    table = Table(notes, tmp_path, monkeypatch)
    session = table.study.session(form=form)
    assert session.asked is not None
    assert session.asked.task is not None
    table.types(*typed, form=form)
    assert f"\n{said}\n" in capsys.readouterr().out
    (entry,) = table.collection.log
    expected = {"Right.": Rating.GOOD, "Not in this order.": Rating.AGAIN}
    assert entry.rating is expected.get(said, Rating.HARD)
    assert entry.form == session.asked.form.value


def test_a_match_takes_pairs(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    session = table.study.session(form=FormChoice.MATCH)
    assert session.asked is not None
    task = session.asked.task
    assert isinstance(task, Match)
    pairs = " ".join(f"{letter}{at + 1}" for letter, at in zip("abcd", task.right, strict=True))
    table.types("a9", pairs, "", form=FormChoice.MATCH)
    said = capsys.readouterr().out
    assert "“a9” is no key here, and no answer. Type pairs" in said
    before, _, _ = said.partition("[the pairs")
    assert "\nWhich answer belongs to which question?\n  a  " in before
    assert [before.count(cue) for cue in task.cues] == [1] * len(task.cues)
    assert "\nRight.\n" in said
    assert [(entry.form, entry.rating) for entry in table.collection.log] == [
        ("match", Rating.GOOD)
    ]


def test_where_the_answer_is_typed_keys_come_after_a_stroke(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.types("/s", "/b", "/?", "/x", "s", "", "/Q", form=FormChoice.TYPED)
    assert [(act, rating) for _, act, rating in table.acts()] == [
        (Act.BURY, None),
        (Act.GRADE, Rating.AGAIN),
    ]
    said = capsys.readouterr().out
    assert "A look at the source is a hint" in said
    assert "“x” is no key here" in said
    assert "/s /b /! /u /q, /?: help" in said


def test_a_form_that_fits_is_said_with_its_reason(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    table.types("q", form=FormChoice.FIT)
    assert "Asked by choice because it is new." in capsys.readouterr().out
    table.types("q", form=FormChoice.ORDER)
    assert "Asked from memory: the chosen form does not suit it." in capsys.readouterr().out
