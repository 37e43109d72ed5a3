from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from nqpf_study.ui.reader.offsets import Utf16

letters = st.sampled_from("ab 新质生产力。é\u0301😀🏭👩‍🔬𠮷𪚥")
texts = st.text(letters, max_size=40)


def units_of(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts, st.data())
def test_a_place_has_as_many_units_as_the_text_before_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert Utf16(text).units(at) == units_of(text[:at])


@given(texts, st.data())
def test_there_and_back_is_the_same_place(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    offsets = Utf16(text)
    assert offsets.points(offsets.units(at)) == at


@given(texts)
def test_between_the_halves_of_a_pair_the_pair_is_not_yet_reached(text: str) -> None:
    offsets = Utf16(text)
    for unit in range(units_of(text) + 1):
        at = offsets.points(unit)
        assert offsets.units(at) <= unit < offsets.units(at) + 2


@given(texts, st.data())
def test_qt_selects_the_words_that_python_means(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document = QTextDocument()
    document.setPlainText(text)
    offsets = Utf16(text)
    cursor = QTextCursor(document)
    cursor.setPosition(offsets.units(start))
    cursor.setPosition(offsets.units(end), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == text[start:end]
