from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nqpf_study.ui.help import HelpPage
from nqpf_study.ui.slices import Slices


def noting(seen: list[int], count: int) -> Iterator[None]:
    for number in range(count):
        seen.append(number)
        yield


def test_each_turn_of_the_loop_does_a_slice(qtbot: QtBot, qapp: QApplication) -> None:
    seen: list[int] = []
    owner = QObject()
    Slices(owner, noting(seen, 3))
    assert seen == []
    qapp.processEvents()
    assert len(seen) == 1
    qtbot.waitUntil(lambda: not owner.children())
    assert seen == [0, 1, 2]


def test_what_goes_before_it_is_done_takes_the_rest_along(qapp: QApplication) -> None:
    seen: list[int] = []
    owner = QObject()
    Slices(owner, noting(seen, 3))
    qapp.processEvents()
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, 0)
    qapp.processEvents()
    assert len(seen) < 3


def test_the_help_shows_its_first_parts_at_once_and_the_keys_in_the_end(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)

    def headings() -> list[str]:
        return [
            label.text() for label in page.findChildren(QLabel) if label.property("role") == "title"
        ]

    first = headings()
    assert first[0] == "Studying"
    page.show()
    qtbot.waitUntil(lambda: headings()[-1:] == ["Keys of a session"])
    assert headings()[: len(first)] == first
    assert page.guide.isVisible()
