from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from nqpf_study.domain.search_query import parse_query
from nqpf_study.ui.browse.filters import FilterMenu, with_filter
from nqpf_study.ui.browse.search_words import Known, quoted


def actions(menu: QMenu) -> dict[str, QAction]:
    menu.aboutToShow.emit()
    found: dict[str, QAction] = {}
    for action in menu.actions():
        under = action.menu()
        if isinstance(under, QMenu):
            found |= actions(under)
        elif "\t" in action.text():
            found[action.text().split("\t")[1]] = action
    return found


def test_the_menu_offers_the_collections_own_names(qtbot: QtBot) -> None:
    menu = FilterMenu()
    qtbot.addWidget(menu)
    menu.know(Known({"nqpf-terms": "Terms & more"}, {"my source": "A source"}, ["exam", "难"]))
    offered = actions(menu)
    assert offered["deck:nqpf-terms"].text() == "Terms && more\tdeck:nqpf-terms"
    assert {"is:flagged", "tag:exam", "tag:难"} <= set(offered)
    assert {"is:due", "kind:term", "tag:", "lapses>3", 'source:"my source"'} <= set(offered)
    with qtbot.waitSignal(menu.chosen) as chosen:
        offered["is:due"].trigger()
    assert chosen.args == ["is:due"]


def test_every_offer_is_a_filter_that_the_search_knows(qtbot: QtBot) -> None:
    menu = FilterMenu()
    qtbot.addWidget(menu)
    menu.know(Known({"d": "D"}, {"s t": "S"}, ["exam"]))
    for filter_ in actions(menu):
        query = parse_query("tag:x" if filter_ == "tag:" else filter_)
        assert query.words == query.phrases == ()


def test_a_filter_is_added_once_with_room_for_the_next_word() -> None:
    assert with_filter("", "is:due") == "is:due "
    assert with_filter("talent", "is:due") == "talent is:due "
    assert with_filter("talent is:due", "is:due") == "talent is:due"
    assert with_filter("talent", "tag:") == "talent tag:"


def test_a_filter_leaves_less_also_where_or_parts_the_search() -> None:
    assert with_filter("talent or reform", "is:due") == "(talent or reform) is:due "
    assert with_filter("(talent or reform)", "is:due") == "(talent or reform) is:due "
    assert with_filter("talent or is:due", "is:due") == "(talent or is:due) is:due "
    assert with_filter("(talent or reform) is:due", "is:due") == "(talent or reform) is:due"
    assert with_filter("talent -is:due", "is:due") == "talent -is:due is:due "
    assert with_filter("talent or", "tag:") == "talent or tag:"
    assert with_filter("talent -", "tag:") == "talent -tag:"
    assert with_filter('"new talent', "is:due") == '"new talent" is:due '


def test_a_name_with_parentheses_stands_in_quotation_marks() -> None:
    for name in ("a)", "（五", "五 个"):
        assert parse_query(f"(x or tag:{quoted(name)})").either[0][1].tags == (name,)
