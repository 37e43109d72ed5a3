from __future__ import annotations

from pytestqt.qtbot import QtBot

from nqpf_study.ui.session.column import ColumnPage
from nqpf_study.ui.widgets.text import Text


def test_a_text_that_just_fits_or_just_does_not_comes_to_rest(qtbot: QtBot) -> None:
    """At some heights a scroll bar would be needed only because it takes room, and so on."""
    page = ColumnPage(0, 0)
    qtbot.addWidget(page)
    page.down.addWidget(Text("Which measures does the text name first? " * 12, wrap=True))
    page.show()
    for width in range(300, 340, 3):
        for height in range(60, 260, 5):
            page.resize(width, height)
            qtbot.waitUntil(lambda: is_at_rest(page), timeout=1000)


def test_a_low_page_keeps_its_room_for_what_is_in_it(qtbot: QtBot) -> None:
    page = ColumnPage(40, 0)
    qtbot.addWidget(page)
    text = Text("Which measures does the text name first?", wrap=True)
    page.down.addWidget(text)
    page.show()
    page.resize(600, 700)
    qtbot.waitUntil(lambda: text.y() == 40)
    page.resize(600, 400)
    qtbot.waitUntil(lambda: text.y() == 16)


def is_at_rest(page: ColumnPage) -> bool:
    """Tell whether the bar shows if it is needed, and its place is left free if it does not."""
    bar, own = page.verticalScrollBar(), page.widget()
    assert own is not None
    scrolls = bar.maximum() > 0
    room = 0 if scrolls else bar.sizeHint().width()
    return bar.isVisible() is scrolls and own.contentsMargins().right() == room
