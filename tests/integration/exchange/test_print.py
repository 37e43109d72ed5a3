from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from nqpf_study.domain.deck import Deck, Member, Note
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.options import FormChoice
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.phrase import phrase
from nqpf_study.domain.review import Rating
from nqpf_study.domain.source import Source
from nqpf_study.exchange.print_sheet import (
    Heading,
    Items,
    Lines,
    Paragraph,
    Quotation,
    Sheet,
    Table,
    Together,
    html,
    parts,
    quotations,
    retold,
    text,
    write_sheet,
)
from nqpf_study.exchange.print_test import paper, report
from nqpf_study.study.practice import Practice, Scope, draw
from tests.fakes.clock import Clock
from tests.fakes.collection import FakeCollection

HOSTILE = "<script>alert('x')</script> & \"quotes\" <img src=x onerror=y>"
SOURCE = Source("s", "A <b>title</b>", "Daily", "2024-06-03", "en", "", "s.txt", "")
SOURCES = {"s": SOURCE}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "b"),
    *("blockquote", "cite", "table", "tr", "th", "td", "span", "hr", "div"),
}


class Page(HTMLParser):
    """The tags, the attributes and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.said = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.said += data


def sheet(said: str) -> Sheet:
    return Sheet(
        said,
        (
            Heading(said, new_page=True),
            Paragraph(said),
            Items([said], [said]),
            Quotation(said, said),
            Table([said, said], [[said, said]]),
            Lines(2),
            Together([Heading(said), Paragraph(said, strong=True), Quotation(said, said)]),
        ),
    )


def test_all_that_a_page_says_is_escaped() -> None:
    page = Page(html(sheet(HOSTILE)))
    assert page.tags <= TAGS
    assert page.attributes <= {"lang", "charset", "class"}
    assert page.said.count("<script>alert('x')</script>") == 16


def test_chinese_is_marked_as_such() -> None:
    assert '<span lang="zh-Hans">新质生产力</span> first' in html(sheet("新质生产力 first"))


def test_text_is_wrapped_and_its_figures_stand_right() -> None:
    rows = [("innovation", "12"), ("green", "3")]
    written = text(
        Sheet(
            "Title",
            (Paragraph("word " * 40), Items(["a " * 60], ["1."]), Table(["theme", "n"], rows)),
        )
    )
    assert all(len(line) <= 80 for line in written.splitlines())
    assert written.startswith("Title\n=====\n\nword")
    assert "\n     a a" in written
    assert "theme        n\ninnovation  12\ngreen        3" in written


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="could not be written"):
        write_sheet(sheet("a"), tmp_path / "none" / "out.html")
    kept = tmp_path / "out.txt"
    write_sheet(sheet("a"), kept)
    assert kept.read_text(encoding="utf-8") == text(sheet("a"))
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


def test_a_source_that_is_not_known_is_named_by_its_id() -> None:
    passages = (Passage("s", "new"), Passage("gone", "old"))
    assert list(quotations(passages, SOURCES)) == [
        Quotation("new", SOURCE.citation),
        Quotation("old", "gone"),
    ]


def test_only_what_is_ours_is_told_in_another_language() -> None:
    ours = phrase("{n} cards", n="Cards")
    blocks = (
        Heading(ours),
        Together((Paragraph(ours, strong=True), Paragraph("Answers"))),
        Table([ours], [["Answers"]]),
        Quotation("Answers", "Answers"),
    )
    told = retold(Sheet("Answers", blocks, "fr"), lambda said: f"({said})")
    said = text(told)
    assert (told.title, told.language) == ("Answers", "fr")
    assert said.count("(Cards cards)") == 3
    assert "(Answers)\n\n" not in said.partition("“Answers”")[0]


def test_the_parts_of_a_sheet_are_all_of_it_and_headings_stay_with_what_follows() -> None:
    made = sheet("said")
    found = parts(made)
    assert "".join(part.html for part in found) in html(made).replace("\n", "")
    assert [part.new_page for part in found] == [False, True, *[False] * 5]
    assert found[0].html == "<h1>said</h1>"
    assert found[1].html == '<h2 class="page">said</h2><p>said</p>'
    assert [part.html for part in parts(Sheet("t", (Heading("h"),)))] == ["<h1>t</h1><h2>h</h2>"]


# --- a practice test -----------------------------------------------------------------------------


def collection() -> FakeCollection:
    store = FakeCollection()
    notes = tuple(
        Note(
            name,
            "basic",
            {"question": f"What is {name}?", "answer": f"the {name} <b>"},
            tags=("word",),
            passages=(Passage("s", f"{name} & more"),),
        )
        for name in ("reform", "talent", "finance", "trade")
    )
    items = tuple(map(Member, ("north", "south", "east")))
    listed = Note("list", "list", {"question": "Which?", "items": items, "ordered": True})
    gapped = Note("gap", "cloze", {"text": "Led by {{c1::innovation}}."})
    store.add(Deck("d", "D", notes=(*notes, listed, gapped)), Clock().at)
    return store


def drawn(form: FormChoice | None = None) -> Practice:
    return draw(collection(), Scope(), 20, 3, Clock().at, form)


@pytest.mark.parametrize("form", [None, *FormChoice])
def test_a_paper_has_every_question_and_its_key(form: FormChoice | None) -> None:
    test = drawn(form)
    made = paper(test, SOURCES)
    written, page = text(made), Page(html(made))
    questions, key = written.split("\nAnswers\n")
    single = " ".join(questions.split())
    for asked in test.questions:
        assert asked.face.question in single
    assert key.count("(Daily, “A <b>title</b>”, 2024-06-03)") == 4
    assert page.tags <= TAGS
    for number in range(1, len(test.questions) + 1):
        assert f"\n{number}. " in questions
        assert f"\n{number}. " in key


def test_a_paper_does_not_give_its_answers_away() -> None:
    for form in (FormChoice.RECALL, FormChoice.TYPED):
        test = drawn(form)
        questions, _ = text(paper(test, SOURCES)).split("\nAnswers\n")
        assert "<b>" not in questions
        assert "north" not in questions


def test_the_key_of_an_order_and_of_a_match_names_their_lines() -> None:
    order = drawn(FormChoice.ORDER)
    task = next(asked.task for asked in order.questions if asked.form == "order")
    lines = text(paper(order, {})).splitlines()
    laid_out = [line.removeprefix("  __ ") for line in lines if line.startswith("  __ ")]
    (key,) = (line for line in lines if "(lines " in line)
    numbers = [int(part) for part in key.split("(lines ")[1].rstrip(")").split(", ")]
    assert [laid_out[number - 1] for number in numbers] == ["north", "south", "east"]
    assert task is not None


def test_a_report_tells_points_themes_and_what_was_missed() -> None:
    test = drawn(FormChoice.RECALL)
    while test.asked is not None and test.place < 6:
        test.reveal()
        test.grade(Rating.AGAIN if "word" in test.asked.card.note.tags else Rating.GOOD)
    written = text(report(test.result(), SOURCES))
    missed = test.result().missed
    assert f"{test.result().points:g} of 5 points" in written
    assert "1 more questions were not reached." in written
    assert f"word   {len(missed):>9}       0     0%" in written
    assert written.count("& more”") == len(missed)
    for one in missed:
        assert one.face.question in written
        assert f"Right: {one.face.answer}" in written


def test_a_report_tells_what_was_given() -> None:
    test = drawn(FormChoice.TYPED)
    while test.asked is not None:
        if test.asked.form == "typed":
            test.answer("<i>nonsense</i>")
        else:
            test.reveal()
        test.grade(test.proposed)
    made = report(test.result(), {})
    assert text(made).count("Given: <i>nonsense</i>") == 4
    assert "i" not in Page(html(made)).tags
