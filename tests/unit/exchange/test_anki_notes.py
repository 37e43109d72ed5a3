from __future__ import annotations

import sqlite3
from datetime import timedelta
from itertools import count

from genanki.apkg_schema import APKG_SCHEMA

from nqpf_study.domain.deck import Member, Note
from nqpf_study.exchange.anki.ids import note_guid
from nqpf_study.exchange.anki.note_types import cloze_notes, plain_notes
from nqpf_study.exchange.anki.notes import AnkiNote, Rewriter
from tests.fakes.export_store import IMPORTED

PARTS = (
    Member("Plans", "plans", "What comes first?"),
    Member("Science"),
    Member("Skills", "s", "?"),
)
MEASURE = Note("one", "measure", {"number": 1, "of": "five", "title": "Lead", "parts": PARTS})


def rewritten(*notes: Note) -> list[list[AnkiNote]]:
    rewriter = Rewriter("deck", {}, plain_notes(), cloze_notes())
    return list(rewriter.rewritten([(note, IMPORTED) for note in notes]))


def said(note: AnkiNote) -> dict[str, str]:
    """The fields that say something, by name."""
    named = zip(note.model.field_names, note.fields, strict=True)
    return {name: text for name, text in named if text}


def places(note: AnkiNote) -> list[int]:
    return [card.ord for card in note.cards]


def test_siblings_share_a_note() -> None:
    term = Note("t", "term", {"term": "Force", "definition": "What moves.", "chinese": "力"})
    ((note,),) = rewritten(term)
    assert note.guid == note_guid("deck", "t")
    assert note.model.name == "NQPF Study"
    assert said(note) == {
        "Id": "deck/t",
        "Question 1": "What is “Force”?",
        "Answer 1": "What moves.",
        "Question 3": "What is “Force” in Chinese?",
        "Answer 3": '<span lang="zh-Hans">力</span>',
        "Kind": "term",
        "Chinese": '<span lang="zh-Hans">力</span>',
    }


def test_a_card_keeps_its_place_whichever_siblings_there_are() -> None:
    fields = {"term": "Force", "definition": "What moves.", "chinese": "力"}
    ((without,),) = rewritten(Note("t", "term", fields))
    ((with_cue,),) = rewritten(Note("t", "term", {**fields, "cue": "What moves?"}))
    assert places(without) == [0, 2]
    assert places(with_cue) == [0, 1, 2]


def test_members_have_notes_of_their_own() -> None:
    ((whole, plans, skills),) = rewritten(MEASURE)
    assert (whole.guid, places(whole)) == (note_guid("deck", "one"), [0, 1])
    assert (plans.guid, places(plans)) == (note_guid("deck", "one", "part-plans"), [0])
    assert said(plans) == {
        "Id": "deck/one/part-plans",
        "Question 1": "What comes first?",
        "Answer 1": "Plans",
        "Kind": "measure",
    }
    assert said(skills)["Id"] == "deck/one/part-s"


def test_new_cards_come_in_order_and_members_last() -> None:
    basic = Note("b", "basic", {"question": "q", "answer": "a"})
    notes = rewritten(MEASURE, basic, Note("m2", "measure", MEASURE.fields))
    assert [[note.due for note in made] for made in notes] == [[1, 4, 5], [2], [3, 6, 7]]


def test_gaps_are_cloze_cards_of_one_note() -> None:
    ((note,),) = rewritten(Note("c", "cloze", {"text": "{{c1::One}}, {{c3::three}} & {{c1::x}}"}))
    assert note.model.name == "NQPF Study Cloze"
    assert places(note) == [0, 2]
    assert said(note) == {
        "Id": "deck/c",
        "Text": "{{c1::One}}, {{c3::three}} &amp; {{c1::x}}",
        "Kind": "cloze",
    }


def test_a_note_that_becomes_a_cloze_is_another_note_for_anki() -> None:
    ((cloze,),) = rewritten(Note("n", "cloze", {"text": "{{c1::One}}"}))
    ((basic,),) = rewritten(Note("n", "basic", {"question": "q", "answer": "a"}))
    assert cloze.guid != basic.guid


def test_gaps_that_anki_cannot_count_are_asked_as_questions() -> None:
    (made,) = rewritten(Note("c", "cloze", {"text": "{{c1::One}} and {{c500::two}}"}))
    assert [note.model.name for note in made] == ["NQPF Study", "NQPF Study"]
    assert [said(note)["Id"] for note in made] == ["deck/c/c1", "deck/c/c500"]
    assert [said(note)["Answer 1"] for note in made] == ["One", "two"]


def test_a_note_without_cards_is_left_out() -> None:
    assert rewritten(Note("c", "cloze", {"text": "no gap"})) == [[]]


def test_a_note_is_written_with_its_own_time_of_change() -> None:
    rewriter = Rewriter("deck", {}, plain_notes(), cloze_notes())
    later = IMPORTED + timedelta(days=3)
    basic = {"question": "q", "answer": "a"}
    dated = [(Note("a", "basic", basic), IMPORTED), (Note("b", "basic", basic), later)]
    connection = sqlite3.connect(":memory:")
    connection.executescript(APKG_SCHEMA)
    ids = count(1)
    for made in rewriter.rewritten(dated):
        for note in made:
            note.write_to_db(connection.cursor(), 7.0, 99, ids)
    times = connection.execute("SELECT mod FROM notes ORDER BY id").fetchall()
    decks = connection.execute("SELECT DISTINCT did FROM cards").fetchall()
    connection.close()
    assert times == [(int(IMPORTED.timestamp()),), (int(later.timestamp()),)]
    assert decks == [(99,)]
