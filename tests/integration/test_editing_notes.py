"""Editing a note of one's own deck: file, collection and schedule stay in step, or as they were."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from nqpf_study import paths
from nqpf_study.app import Study
from nqpf_study.content.editing import NoteFile
from nqpf_study.domain.errors import Progress, StudyError, unheard
from nqpf_study.domain.review import Rating, State
from nqpf_study.study.editing import (
    Keeping,
    NotEditable,
    Obstacle,
    OpenNote,
    Refused,
    Wanted,
    save_note,
)
from nqpf_study.study.history import TooLate
from nqpf_study.study.ports import StoredCard
from nqpf_study.study.session import Session
from tests.fakes.clock import Clock
from tests.fakes.dice import dice

DECK = """\
# The harbour
format: 1
deck: {id: harbour, title: Our harbour}
notes:
  - id: depth   # in metres
    kind: basic
    question: How deep was the dock?
    answer: Six metres
  - id: gap
    kind: cloze
    text: The {{c1::dock}} has two {{c2::cranes}}.
"""
ANSWER: Wanted = {("answer",): "Seven metres: deep"}
EDITED = DECK.replace("answer: Six metres", 'answer: "Seven metres: deep"')


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.open(tmp_path / "home", now=Clock(), random_bits=dice(1).getrandbits) as study:
        yield study


@pytest.fixture
def file(tmp_path: Path, study: Study) -> Path:
    made = tmp_path / "harbour.yaml"
    made.write_text(DECK, encoding="utf-8")
    study.import_deck(study.preview(made))
    return made


def card(study: Study, note: str = "depth") -> StoredCard:
    return next(one for one in study.cards(study.search("deck:harbour")) if one.id.note == note)


def obstacle(study: Study, path: Path | None = None) -> Obstacle:
    with pytest.raises(NotEditable) as refused:
        study.open_note(card(study), path)
    return refused.value.obstacle


def test_an_edit_goes_into_the_file_and_the_collection_and_keeps_the_schedule(
    study: Study, file: Path
) -> None:
    session = study.session(["harbour"])
    session.reveal()
    session.grade(Rating.EASY)
    assert card(study).status.memory.state is State.REVIEW
    before = card(study).status
    backups = len(list((study.home / "backups").glob("*")))
    study.save_note(study.open_note(card(study)), ANSWER)
    assert file.read_text("utf-8") == EDITED
    assert card(study).note.text("answer") == "Seven metres: deep"
    assert card(study).status == before
    assert len(list((study.home / "backups").glob("*"))) == backups + 1
    assert study.preview(file).changes is not None
    assert study.preview(file).changes.nothing  # type: ignore[union-attr]


def test_undo_and_redo_take_the_file_and_the_collection_along(study: Study, file: Path) -> None:
    study.save_note(study.open_note(card(study)), ANSWER)
    step = study.history.undo()
    assert step is not None
    assert step.name == "edit of “Our harbour: depth”"
    assert file.read_text("utf-8") == DECK
    assert card(study).note.text("answer") == "Six metres"
    study.history.redo()
    assert file.read_text("utf-8") == EDITED
    assert card(study).note.text("answer") == "Seven metres: deep"


def test_undo_leaves_a_file_alone_that_was_changed_since(study: Study, file: Path) -> None:
    study.save_note(study.open_note(card(study)), ANSWER)
    file.write_text(EDITED + "# a word more\n", encoding="utf-8")
    with pytest.raises(TooLate, match=r"harbour\.yaml was changed by another program"):
        study.history.undo()
    assert file.read_text("utf-8") == EDITED + "# a word more\n"
    assert card(study).note.text("answer") == "Seven metres: deep"


def test_nothing_is_written_where_nothing_changes(study: Study, file: Path) -> None:
    undoable = study.history.undoable
    assert study.save_note(study.open_note(card(study)), {("answer",): " Six metres\n"}) is None
    assert file.read_text("utf-8") == DECK
    assert study.history.undoable is undoable


def test_texts_that_make_errors_are_refused_with_the_text_at_fault(
    study: Study, file: Path
) -> None:
    opened = study.open_note(card(study, "gap"))
    with pytest.raises(Refused) as refused:
        study.save_note(opened, {("text",): "No gap left", ("remark",): "Well"})
    assert list(refused.value.blamed) == [("text",)]
    assert refused.value.blamed["text",].code == "cloze-without-gap"
    with pytest.raises(Refused, match="can't be written"):
        study.save_note(opened, {("text",): "{{c1::half}} a \ud83d"})
    assert file.read_text("utf-8") == DECK
    assert card(study, "gap").note.text("text").startswith("The {{c1::dock}}")


def test_a_file_that_changed_while_it_was_edited_is_left_alone(study: Study, file: Path) -> None:
    opened = study.open_note(card(study))
    file.write_text(DECK + "# meanwhile\n", encoding="utf-8")
    with pytest.raises(StudyError, match="was changed by another program"):
        study.save_note(opened, ANSWER)
    assert file.read_text("utf-8") == DECK + "# meanwhile\n"


def test_the_file_is_as_before_where_the_import_fails(study: Study, file: Path) -> None:
    def fail(_path: Path, _progress: Progress) -> None:
        raise StudyError("The disk is full.")

    def write(path: Path, data: bytes) -> None:
        path.write_bytes(data)

    opened: OpenNote = study.open_note(card(study))
    with pytest.raises(StudyError, match="The disk is full"):
        save_note(opened, ANSWER, Keeping(write, fail), unheard)
    assert file.read_text("utf-8") == DECK


def test_a_note_whose_cards_go_keeps_the_other_ones(study: Study, file: Path) -> None:
    study.save_note(study.open_note(card(study, "gap")), {("text",): "The {{c1::dock}} is old."})
    asked = [
        one.id.card for one in study.cards(study.search("deck:harbour")) if one.id.note == "gap"
    ]
    assert asked == ["c1"]
    study.history.undo()
    asked = [
        one.id.card for one in study.cards(study.search("deck:harbour")) if one.id.note == "gap"
    ]
    assert asked == ["c1", "c2"]
    assert file.read_text("utf-8") == DECK


@pytest.mark.skipif(os.name == "nt", reason="permissions and links as on Unix")
def test_permissions_and_links_stay(study: Study, file: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere"
    real.mkdir()
    target = real / "deck.yaml"
    file.replace(target)
    target.chmod(0o644)
    file.symlink_to(target)
    study.save_note(study.open_note(card(study)), ANSWER)
    assert file.is_symlink()
    assert target.read_text("utf-8") == EDITED
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


def test_why_a_note_can_not_be_edited(
    study: Study, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoteFile, "is_writable", False)
    assert obstacle(study) is Obstacle.LOCKED
    monkeypatch.undo()
    file.write_text(DECK.replace("Six metres", "6 metres"), encoding="utf-8")
    assert obstacle(study) is Obstacle.CHANGED
    file.write_text(DECK.replace("answer:", "anwser:"), encoding="utf-8")
    assert obstacle(study) is Obstacle.ERRORS
    file.write_text(DECK.replace("id: harbour", "id: haven"), encoding="utf-8")
    assert obstacle(study) is Obstacle.UNKNOWN
    file.unlink()
    assert obstacle(study) is Obstacle.GONE

    moved = tmp_path / "moved.yaml"
    moved.write_text(DECK + "# moved\n", encoding="utf-8")
    assert study.open_note(card(study), moved).note.id == "depth"
    assert study.open_note(card(study)).file.path == moved


def test_a_shipped_deck_is_not_edited(study: Study) -> None:
    shipped = paths.decks()[0]
    study.load_curated()
    (found, *_) = study.cards(study.search(""))
    with pytest.raises(NotEditable) as refused:
        study.open_note(found)
    assert refused.value.obstacle is Obstacle.SHIPPED
    assert study.deck_file(found.id.deck) in paths.decks()
    assert study.deck_file("no-such-deck") is None
    assert shipped.is_file()


def test_a_deck_whose_file_was_never_known_asks_for_it(study: Study, file: Path) -> None:
    preview = study.preview(file)
    assert preview.changes is not None
    study.collection.remove_deck("harbour", study.now())
    other = Study.open(study.home.parent / "other", now=Clock())
    with other:
        assert preview.checked.deck is not None
        fresh = other.preview(file).changes
        assert fresh is not None
        other.collection.write_changes(fresh, (), other.now(), unheard)
        assert obstacle(other) is Obstacle.UNKNOWN
        assert other.open_note(card(other), file).note.id == "depth"
        assert other.deck_file("harbour") == file


def asked_in_turn(session: Session) -> Iterator[StoredCard]:
    while session.asked is not None:
        yield session.asked.card
        session.suspend()


def test_a_session_shows_the_new_text_and_keeps_what_was_answered(study: Study, file: Path) -> None:
    session = study.session(["harbour"])
    session.reveal()
    study.save_note(study.open_note(card(study)), ANSWER)
    session.look_around()
    assert session.asked is not None
    assert session.asked.face.answer == "Seven metres: deep"
    assert session.revealed
    session.grade(Rating.GOOD)

    assert session.asked is not None
    assert session.asked.card.id.card == "c1"
    study.save_note(study.open_note(card(study, "gap")), {("text",): "Two {{c2::cranes}}."})
    session.look_around()
    assert "c1" not in [one.id.card for one in asked_in_turn(session)]
    assert "Two {{c2::cranes}}." in file.read_text("utf-8")
