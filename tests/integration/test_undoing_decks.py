"""Imports and removals of decks, undone and redone on a real collection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nqpf_study.app import Study
from nqpf_study.domain.deck import Deck, note_hash
from nqpf_study.domain.errors import Cancelled, StudyError
from nqpf_study.domain.review import Act, CardStatus, Rating
from nqpf_study.store.doctor import examine
from nqpf_study.study.history import TooLate
from tests.fakes.clock import Clock
from tests.fakes.dice import dice

HARBOUR = {
    "opening": ("When did the harbour open?", "In May 1883"),
    "depth": ("How deep was the dock?", "Six metres"),
    "crane": ("Who built the crane?", "The brothers Lund"),
}


class Desk:
    """A study, and deck files to bring into it."""

    def __init__(self, home: Path) -> None:
        self.clock = Clock()
        self.home = home
        self.study = Study.open(home / "data", now=self.clock, random_bits=dice(4).getrandbits)

    def write(self, notes: dict[str, tuple[str, str]], title: str = "Our harbour") -> Path:
        lines = ["format: 1", "deck:", "  id: harbour", f"  title: {title}", "notes:"]
        for id_, (question, answer) in notes.items():
            lines += [f"  - id: {id_}", "    kind: basic"]
            lines += [f"    question: {question}", f"    answer: {answer}"]
        path = self.home / "harbour.yaml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def bring_in(self, notes: dict[str, tuple[str, str]], title: str = "Our harbour") -> None:
        self.clock.move(minutes=1)
        self.study.import_deck(self.study.preview(self.write(notes, title)))

    def grade(self, rating: Rating) -> str:
        session = self.study.session()
        assert session.asked is not None
        self.clock.move(seconds=5)
        session.reveal()
        note = session.asked.card.id.note
        session.grade(rating)
        return note

    def statuses(self) -> dict[str, CardStatus]:
        return {card.id.note: card.status for card in self.study.cards(self.study.search(""))}

    def deck(self) -> Deck | None:
        return whole(self.study)


def whole(study: Study) -> Deck | None:
    """Return the deck as the collection has it, notes and all."""
    about = study.collection.stored_deck("harbour")
    if about is None:
        return None
    notes = tuple(note for note, _ in study.collection.notes_with_times("harbour"))
    return Deck(about.id, about.title, about.description, about.language, notes=notes)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    assert examine(desk.study.collection).fine
    desk.study.close()


def names(study: Study) -> tuple[str | None, str | None]:
    undo, redo = study.history.undoable, study.history.redoable
    return None if undo is None else undo.name, None if redo is None else redo.name


def test_a_new_deck_goes_out_of_use_and_comes_back(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    brought = desk.deck()
    assert names(desk.study) == ("import of “Our harbour”", None)
    desk.study.history.undo()
    assert desk.deck() is None
    assert desk.study.search("") == []
    assert names(desk.study) == (None, "import of “Our harbour”")
    desk.study.history.redo()
    assert desk.deck() == brought
    assert desk.study.search("crane") != []


def test_an_updated_deck_reads_as_before_and_then_as_after(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    before = desk.deck()
    other = {
        "crane": ("Who made the crane?", "The brothers Lund"),
        "lamp": ("What did the lamp burn?", "Rape oil"),
        "opening": HARBOUR["opening"],
    }
    desk.bring_in(other, "The harbour")
    after = desk.deck()
    assert before != after
    for _ in range(2):
        desk.study.history.undo()
        assert desk.deck() == before
        assert [card.note.id for card in desk.study.cards(desk.study.search("made"))] == []
        assert [card.note.id for card in desk.study.cards(desk.study.search("built"))] == ["crane"]
        desk.study.history.redo()
        assert desk.deck() == after


def test_the_history_of_each_card_comes_back_with_it(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    assert [desk.grade(Rating.EASY) for _ in range(3)] == list(HARBOUR)
    learned = desk.statuses()
    desk.bring_in({"depth": HARBOUR["depth"]})
    assert set(desk.statuses()) == {"depth"}
    desk.study.history.undo()
    assert desk.statuses() == learned
    desk.study.remove_deck("harbour")
    assert names(desk.study) == ("removal of “Our harbour”", None)
    desk.study.history.undo()
    assert desk.statuses() == learned
    desk.study.history.redo()
    assert desk.statuses() == {}


def test_a_note_that_was_out_of_use_reads_as_before_there_too(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    before = desk.deck()
    desk.study.remove_deck("harbour")
    desk.bring_in(HARBOUR | {"crane": ("Who made the crane?", "The sisters Lund")})
    desk.bring_in({"depth": HARBOUR["depth"]})
    desk.bring_in(HARBOUR | {"crane": ("Who paid for the crane?", "The brothers Lund")})
    for _ in range(3):
        desk.study.history.undo()
    assert desk.study.search("crane") == []
    assert examine(desk.study.collection).fine
    desk.study.history.undo()
    assert desk.deck() == before
    for _ in range(4):
        desk.study.history.redo()
    assert [
        card.note.text("question") for card in desk.study.cards(desk.study.search("crane"))
    ] == ["Who paid for the crane?"]


def test_a_backup_is_made_before_each_way(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    backups = desk.study.home / "backups"
    before = set(backups.iterdir())
    desk.study.history.undo()
    desk.study.history.redo()
    made = set(backups.iterdir()) - before
    assert [path.stem.rsplit("-", 1)[-1] for path in made] == ["undo", "undo"]


def test_all_is_undone_and_redone_in_order(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    desk.grade(Rating.GOOD)
    keys = desk.study.search("")
    desk.study.set_aside(keys[1:], Act.SUSPEND)
    desk.study.remove_deck("harbour")
    end = (desk.deck(), desk.statuses())
    done = []
    while (step := desk.study.history.undo()) is not None:
        done.append(step.name)
    assert done == [
        "removal of “Our harbour”",
        "suspend 2 cards",
        "grade Good",
        "import of “Our harbour”",
    ]
    assert desk.deck() is None
    redone = []
    while (step := desk.study.history.redo()) is not None:
        redone.append(step.name)
    assert redone == done[::-1]
    assert (desk.deck(), desk.statuses()) == end


def test_a_deck_that_was_changed_by_another_way_is_left_alone(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    desk.bring_in({"depth": HARBOUR["depth"]})
    path = desk.write({"crane": HARBOUR["crane"]})
    changes = desk.study.preview(path).changes
    assert changes is not None
    desk.study.collection.write_changes(changes, (), desk.clock(), lambda *_: None)
    present = desk.deck()
    with pytest.raises(TooLate) as told:
        desk.study.history.undo()
    assert "“Our harbour” was changed since by something else" in str(told.value)
    assert "Nothing was changed." in str(told.value)
    assert desk.deck() == present


@pytest.mark.parametrize("after", [0, 1, 2])
def test_undoing_can_be_stopped_and_tried_again(desk: Desk, after: int) -> None:
    desk.bring_in(HARBOUR)
    before = desk.deck()
    desk.bring_in({"crane": ("Who?", "They")})
    present, told = desk.deck(), 0

    def progress(done: int, total: int, doing: str) -> None:
        nonlocal told
        assert done <= total, doing
        told += 1
        if told > after:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.study.history.undo(progress)
    assert desk.deck() == present
    desk.study.history.undo()
    assert desk.deck() == before


def test_a_backup_that_fails_leaves_all_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(reason: str = "asked") -> Path:
        raise StudyError(f"The disk is full: {reason}.")

    desk.bring_in(HARBOUR)
    present = desk.deck()
    with monkeypatch.context() as patched:
        patched.setattr(desk.study, "back_up", full)
        with pytest.raises(StudyError, match="full"):
            desk.study.history.undo()
        assert desk.deck() == present
    desk.study.history.undo()
    assert desk.deck() is None


def test_the_text_of_a_source_comes_back(desk: Desk) -> None:
    def bring_in(text: str) -> None:
        source = desk.home / "log.txt"
        source.write_text(text, encoding="utf-8")
        deck = desk.home / "harbour.yaml"
        deck.write_text(
            "format: 1\ndeck:\n  id: harbour\n  title: Our harbour\n"
            "sources:\n  - id: log\n    file: log.txt\n    title: The log\n"
            "    publisher: Harbour office\n    published: 1883-05\n    language: en\n"
            "notes:\n  - id: opening\n    kind: basic\n    question: When?\n    answer: In May\n"
            "    passages:\n      - source: log\n        exact: opened in May\n",
            encoding="utf-8",
        )
        preview = desk.study.preview(deck)
        assert preview.changes is not None, preview.checked.problems
        desk.study.import_deck(preview)

    def text() -> str | None:
        document = desk.study.collection.document("log")
        return None if document is None else document.text

    bring_in("The harbour opened in May.\n")
    first = text()
    bring_in("The old harbour opened in May, the new one later.\n")
    second = text()
    assert None not in (first, second)
    assert first != second
    desk.study.history.undo()
    assert text() == first
    desk.study.history.redo()
    assert text() == second


def test_after_a_restart_the_newest_act_on_cards_is_what_can_be_undone(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    desk.grade(Rating.GOOD)
    desk.study.set_aside(desk.study.search("")[1:], Act.BURY)
    desk.study.remove_deck("harbour")
    desk.study.close()
    desk.study = Study.open(desk.home / "data", now=desk.clock, random_bits=dice(5).getrandbits)
    desk.study.history.look_back()
    assert names(desk.study) == ("bury 2 cards", None)
    desk.study.history.undo()
    assert names(desk.study) == ("grade Good", "bury 2 cards")


def test_a_merge_is_taken_back_by_its_backup_only(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    desk.grade(Rating.GOOD)
    desk.study.history.undo()
    other = Study.open(desk.home / "other", now=desk.clock, random_bits=dice(6).getrandbits)
    with other:
        other.import_deck(other.preview(desk.write({"lamp": ("Which lamp?", "Oil")})))
        session = other.session()
        session.reveal()
        session.grade(Rating.EASY)
    desk.study.merge(desk.home / "other")
    assert names(desk.study) == ("grade Easy", None), "what the log holds, and nothing to redo"


def test_the_notes_of_a_deck_are_told_apart_by_their_digest(desk: Desk) -> None:
    desk.bring_in(HARBOUR)
    collection = desk.study.collection
    digests = {collection.notes_digest("harbour")}
    deck = desk.deck()
    assert deck is not None
    assert len({note_hash(note) for note in deck.notes}) == 3
    for notes in (dict(reversed(HARBOUR.items())), HARBOUR | {"depth": ("How deep?", "Six")}):
        desk.bring_in(notes)
        digests.add(collection.notes_digest("harbour"))
    desk.bring_in(HARBOUR)
    digests.add(collection.notes_digest("harbour"))
    assert len(digests) == 3
