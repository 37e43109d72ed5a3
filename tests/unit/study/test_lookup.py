from __future__ import annotations

from dataclasses import replace

import pytest

from nqpf_study.domain.anchoring import Ambiguous, Found, Missing, Span
from nqpf_study.domain.deck import Note
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.source import Document, Source
from nqpf_study.study.lookup import LookedUp, Lost, look_up, marked, places_quoted, text_proper

SOURCE = Source(
    "qiushi", "Five\u00a0measures", "Qiushi", "2024-06-01", "en", "https://x", "q", "00"
)
TEXT = "Menu\nHome\nThe core is innovation. It must be green. Innovation\u00a0leads.\nShare this\n"
DOCUMENT = Document(SOURCE, TEXT)


def note(*passages: Passage) -> Note:
    return Note("n", "basic", {"question": "?", "answer": "!"}, passages=passages)


def quote(exact: str, source: str = "qiushi") -> Passage:
    return Passage(source, exact)


def words(span: Span) -> str:
    return TEXT[span.start : span.end]


# --- a note's passages ------------------------------------------------------------------------


def test_each_passage_is_found_in_its_source() -> None:
    first, second = look_up(
        note(quote("The core is innovation."), quote("Innovation leads")), {"qiushi": DOCUMENT}
    )
    assert first.document is second.document is DOCUMENT
    assert isinstance(first.anchored, Found)
    assert isinstance(second.anchored, Found)
    assert words(second.anchored.span) == "Innovation\u00a0leads"


def test_a_passage_comes_with_its_surroundings() -> None:
    (looked_up,) = look_up(note(quote("It must be green.")), {"qiushi": DOCUMENT})
    assert looked_up.context(12) == ("innovation. ", "It must be green.", " Innovation\u00a0")
    assert "".join(looked_up.context(9999)) == TEXT


@pytest.mark.parametrize("documents", [{}, {"qiushi": replace(DOCUMENT, text=None)}])
def test_a_missing_source_is_said_and_the_quotation_shown(documents: dict[str, Document]) -> None:
    (looked_up,) = look_up(note(quote("It must be green.")), documents)
    assert looked_up.anchored == Missing()
    assert looked_up.document == documents.get("qiushi")
    assert looked_up.context() == ("", "It must be green.", "")


@pytest.mark.parametrize(("exact", "outcome"), [("gone", Missing), ("nnovation", Ambiguous)])
def test_what_is_not_found_exactly_once_is_shown_without_surroundings(
    exact: str, outcome: type
) -> None:
    (looked_up,) = look_up(note(quote(exact)), {"qiushi": DOCUMENT})
    assert isinstance(looked_up.anchored, outcome)
    assert looked_up.context() == ("", exact, "")


def test_passages_of_several_sources_are_looked_up_each_in_its_own() -> None:
    other = Document(replace(SOURCE, id="people"), "It must be blue.")
    found = look_up(
        note(quote("must be blue", "people"), quote("must be green"), quote("must be blue")),
        {"qiushi": DOCUMENT, "people": other},
    )
    assert [type(looked_up.anchored) for looked_up in found] == [Found, Found, Missing]
    assert found[0].document is other


def test_a_note_without_passages_has_nothing_to_look_up() -> None:
    assert look_up(note(), {"qiushi": DOCUMENT}) == ()


def test_the_start_and_the_end_of_a_text_have_no_surroundings_beyond() -> None:
    whole = LookedUp(quote(TEXT), DOCUMENT, Found(Span(0, len(TEXT))))
    assert whole.context() == ("", TEXT, "")


# --- a source's marks -------------------------------------------------------------------------


def test_marks_stand_in_the_order_of_the_text() -> None:
    quoting = [(1, [quote("Innovation leads"), quote("The core")]), (2, [quote("The core is")])]
    found = marked(DOCUMENT, quoting)
    assert [(words(mark.span), mark.cards) for mark in found.marks] == [
        ("The core", (1,)),
        ("The core is", (2,)),
        ("Innovation\u00a0leads", (1,)),
    ]
    assert found.lost == ()


def test_a_place_that_several_notes_quote_is_one_mark() -> None:
    plain, told_apart = quote("must be"), Passage("qiushi", "must be", prefix="It")
    found = marked(DOCUMENT, [(5, [plain]), (3, [told_apart, plain]), (4, [plain])])
    (mark,) = found.marks
    assert words(mark.span) == "must be"
    assert mark.passages == (plain, told_apart)
    assert mark.cards == (5, 3, 4), "in the order of the notes"


def test_passages_that_cannot_be_marked_are_named() -> None:
    gone, twice = quote("gone"), quote("nnovation")
    first = (1, [gone, quote("green"), twice, quote("gone", "people")])
    found = marked(DOCUMENT, [first, (2, [gone])])
    assert found.lost == (Lost(gone, 1, 0), Lost(twice, 1, 2), Lost(gone, 2, 0))
    assert len(found.marks) == 1


def test_a_missing_text_has_only_lost_passages() -> None:
    found = marked(replace(DOCUMENT, text=None), [(1, [quote("green")])])
    assert found.marks == ()
    assert len(found.lost) == 1
    assert found.proper == Span(0, 0)


def test_places_are_counted_each_once_by_source() -> None:
    other = Document(replace(SOURCE, id="people"), None)
    passages = [
        *(quote("must be"), Passage("qiushi", "must be", prefix="It"), quote("The core")),
        *(quote("gone"), quote("nnovation"), quote("green", "people"), quote("x", "unknown")),
    ]
    assert places_quoted([DOCUMENT, other], passages) == {"qiushi": 2, "people": 0}


# --- the text proper --------------------------------------------------------------------------


def proper(begins: str = "", ends: str = "") -> str:
    return words(text_proper(replace(DOCUMENT, source=replace(SOURCE, begins=begins, ends=ends))))


def test_the_text_proper_runs_from_its_first_to_its_last_words() -> None:
    assert proper("The core", "Innovation leads.") == TEXT[10:-12]
    assert proper(begins="The core").startswith("The core")
    assert proper(ends="leads.").endswith("leads.")


@pytest.mark.parametrize(
    ("begins", "ends"),
    [("", ""), ("gone", "gone"), ("nnovation", "nnovation"), ("Share", "Home")],
)
def test_where_the_words_do_not_tell_all_is_text_proper(begins: str, ends: str) -> None:
    assert proper(begins, ends) == TEXT


def test_a_document_is_marked_with_its_text_proper() -> None:
    document = replace(DOCUMENT, source=replace(SOURCE, begins="The core"))
    assert marked(document, []).proper == text_proper(document)
