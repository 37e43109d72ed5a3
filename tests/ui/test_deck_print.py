"""A deck on paper: what is asked, what is written, and how its pages are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from nqpf_study.domain.errors import Cancelled
from nqpf_study.exchange.print_deck import Handout
from nqpf_study.exchange.print_sheet import Heading, Paragraph, Sheet, Together
from nqpf_study.ui import paper
from nqpf_study.ui.deck_print import DeckPrinting, HandoutDialog
from nqpf_study.ui.printing import Printing, _print
from nqpf_study.ui.widgets.written import Written
from tests.fakes.study import MemoryStudy, memory_study, terms

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def study(tmp_path: Path) -> MemoryStudy:
    return memory_study(tmp_path, terms())


def asked_for(window: QWidget, study: MemoryStudy) -> tuple[DeckPrinting, HandoutDialog]:
    printing = DeckPrinting(window)
    printing.ask(study, "terms", "Terms")
    (dialog,) = (top for top in QApplication.topLevelWidgets() if isinstance(top, HandoutDialog))
    return printing, dialog


def told_of(qtbot: QtBot, window: QWidget, out: Path) -> str:
    """Wait until a file that was written is told of; return what is said."""
    qtbot.waitUntil(lambda: bool(window.findChildren(Written)))
    (told,) = window.findChildren(Written)
    assert str(out) in told.informativeText()
    told.close()
    return told.text()


def pages(sheet: Sheet) -> int:
    """Count the pages of a sheet's PDF."""
    return len(re.findall(rb"/Type /Page\b", paper.pdf(sheet)))


@pytest.mark.parametrize(
    ("name", "how", "there", "not_there"),
    [
        ("t.html", Handout.PASSAGES, "<blockquote>“Innovation plays the leading role”", "<hr>"),
        ("t.txt", Handout.ANSWERS, "Advanced productivity", "“Innovation plays the leading role”"),
        ("t.html", Handout.QUESTIONS, "<hr>", "<blockquote>"),
    ],
)
def test_as_much_of_a_deck_is_written_as_was_chosen(
    qtbot: QtBot,
    window: QWidget,
    study: MemoryStudy,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    how: Handout,
    there: str,
    not_there: str,
) -> None:
    out = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    _, dialog = asked_for(window, study)
    dialog.choices[how].setChecked(True)
    dialog.save.click()
    assert told_of(qtbot, window, out) == f"{name} is written"
    written = out.read_text(encoding="utf-8")
    assert there in written
    assert not_there not in written
    assert not any(isinstance(top, HandoutDialog) for top in QApplication.topLevelWidgets())


def test_all_is_printed_unless_less_is_chosen_and_enter_prints(
    qtbot: QtBot, window: QWidget, study: MemoryStudy, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(Printing, "print_out", lambda _self, title, _make: printed.append(title))
    _, dialog = asked_for(window, study)
    assert dialog.chosen is Handout.PASSAGES
    with qtbot.waitSignal(dialog.print_asked) as asked:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert (asked.args, printed) == ([Handout.PASSAGES], ["Terms"])


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([("/a/b", "Web page (*.html)"), ("/a/b.c", "PDF (*.pdf)"), ("", "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: next(answers))
    printing = Printing(window)
    places = [printing.place("Save", "Terms") for _ in range(3)]
    assert places == [Path("/a/b.html"), Path("/a/b.c.pdf"), None]


def test_a_place_that_cannot_be_written_to_is_told(
    qtbot: QtBot,
    window: QWidget,
    study: MemoryStudy,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    out = tmp_path / "none" / "t.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    _, dialog = asked_for(window, study)
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "could not be written" in box.text()
    box.close()


def to_file(out: Path) -> QPrinter:
    """Return a printer that prints to a file, as one can be chosen where there is no other."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    paper.set_up(printer)
    return printer


def test_a_deck_is_printed_in_a_worker(
    qtbot: QtBot,
    window: QWidget,
    study: MemoryStudy,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    out = tmp_path / "printed.pdf"
    monkeypatch.setattr(Printing, "_printer", lambda _self, _title: to_file(out))
    _, dialog = asked_for(window, study)
    dialog.print.click()
    assert told_of(qtbot, window, out) == "printed.pdf is written"
    assert out.read_bytes().startswith(b"%PDF")


def test_printing_to_a_file_that_is_given_up_leaves_no_half_of_it(tmp_path: Path) -> None:
    def stop(done: int, total: int, doing: str) -> None:  # noqa: ARG001 - as is called
        if done == 2:
            raise Cancelled

    out = tmp_path / "printed.pdf"
    sheet = Sheet("Title", tuple(Heading("a", new_page=True) for _ in range(4)))
    with pytest.raises(Cancelled):
        _print(to_file(out), lambda _progress: sheet, stop)
    assert list(tmp_path.iterdir()) == []


# --- pages ------------------------------------------------------------------------------------


def test_what_belongs_together_is_not_cut() -> None:
    def group(lines: int) -> Together:
        return Together((Paragraph("a"),) * lines)

    on_one_page = next(n for n in range(1, 200) if pages(Sheet("Title", (group(n + 1),))) > 1)
    most = on_one_page * 6 // 10
    assert pages(Sheet("Title", (group(3 * most),))) == 2
    assert pages(Sheet("Title", (group(most),) * 3)) == 3


def test_a_new_page_begins_where_it_is_wanted() -> None:
    assert pages(Sheet("Title", (Paragraph("a"), Heading("b"), Paragraph("c")))) == 1
    turned = Sheet("Title", (Paragraph("a"), Heading("b", new_page=True), Paragraph("c")))
    assert pages(turned) == 2


def test_what_is_longer_than_a_page_goes_on_on_the_next() -> None:
    assert pages(Sheet("Title", (Together([Paragraph("word " * 4000)]), Paragraph("end")))) > 3


def test_a_sheet_opens_no_file(tmp_path: Path) -> None:
    picture = tmp_path / "there.png"
    QImage(40, 40, QImage.Format.Format_RGB32).save(str(picture))
    writer = QPdfWriter(QBuffer())
    part = paper._Part(writer)
    part.hold(f'<p><img src="{picture.as_uri()}"></p>')
    assert part.resource(2, picture.as_uri()) == QImage()


def test_setting_pages_can_be_stopped() -> None:
    def stop(done: int, total: int, doing: str) -> None:
        assert (total, doing) == (3, "pages")
        if done == 2:
            raise Cancelled

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    with pytest.raises(Cancelled):
        paper.pdf(Sheet("Title", tuple(Paragraph("a") for _ in range(3))), stop)
