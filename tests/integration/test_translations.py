"""The translations are whole: no text is left out, none has lost a value or a key."""

from __future__ import annotations

import importlib
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
FILE = ROOT / "resources" / "translations" / "nqpf-study_zh_CN.ts"
MEND = "run packaging/translations.py, and translate what it lists"


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """The script that finds and compiles the texts."""
    sys.path.insert(0, str(ROOT / "packaging"))
    yield importlib.import_module("translations")
    sys.path.remove(str(ROOT / "packaging"))


def translated() -> dict[tuple[str, str], ET.Element]:
    found = {}
    for context in ET.parse(FILE).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = translation
    return found


def pairs() -> list[tuple[str, str]]:
    return [(source, text.text) for (_, source), text in translated().items() if text.text]


def test_every_text_of_the_program_is_translated(script: ModuleType) -> None:
    wanted = {(message.context, message.source) for message in script.messages()}
    assert len(wanted) > 700
    there = translated()
    assert wanted - there.keys() == set(), MEND
    assert there.keys() - wanted == set(), "these are no longer in the program: " + MEND
    open_ones = [key for key, text in there.items() if text.get("type") or not text.text]
    assert open_ones == [], MEND


def test_no_text_is_shown_without_being_marked(script: ModuleType) -> None:
    assert list(map(str, script.faults())) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('QLabel("Hello there")', "not translated: 'Hello there'"),
        ('self.box.setToolTip(f"Open {name}")', "not translated: 'Open '"),
        ('Text("Hello" if new else self.tr("Bye"), "title")', "not translated: 'Hello'"),
        ('words = ["No card is due"]', "not translated: 'No card is due'"),
        ('raise StudyError("No card is due")', "not translated: 'No card is due'"),
        ('self.tr(f"Open {name}")', "literal"),
        ("_tr(name)", "literal"),
    ],
)
def test_a_text_of_the_window_that_is_not_marked_is_found(
    script: ModuleType, tmp_path: Path, code: str, said: str
) -> None:
    shorthand = 'def _tr(text):\n    return QCoreApplication.translate("x", text)\n'
    (tmp_path / "page.py").write_text(f"{shorthand}{code}\n", encoding="utf-8")
    (found,) = script.faults(tmp_path, ())
    assert (found.line, said in found.what) == (3, True)


@pytest.mark.parametrize("call", ["StudyError", "BadInput", "problems.error"])
def test_an_error_below_the_window_that_no_translator_sees_is_found(
    script: ModuleType, tmp_path: Path, call: str
) -> None:
    before = "place, code, " if call == "problems.error" else ""
    window, module = tmp_path / "ui", tmp_path / "store.py"
    window.mkdir()
    module.write_text(f'{call}({before}f"no {{name}}")\n', encoding="utf-8")
    (found,) = script.faults(window, [module])
    assert "phrase" in found.what
    module.write_text(f'{call}({before}phrase("no {{name}}", name=1))\n', encoding="utf-8")
    assert script.faults(window, [module]) == []


def test_values_stand_in_translations_under_the_same_names() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{\w+\}", text))

    assert [pair for pair in pairs() if names(pair[0]) != names(pair[1])] == []


def test_menus_keep_their_letters() -> None:
    def letter(text: str) -> list[str]:
        return [found.upper() for found in re.findall(r"&(\w)", text.replace("&&", ""))]

    assert sum(bool(letter(source)) for source, _ in pairs()) > 20
    assert [pair for pair in pairs() if letter(pair[0]) != letter(pair[1])] == []


def test_paragraphs_file_kinds_and_dots_stay() -> None:
    def marks(text: str) -> tuple[int, list[str], bool]:
        return text.count("\n"), re.findall(r"\*\.\w+", text), text.endswith("…")

    assert [pair for pair in pairs() if marks(pair[0]) != marks(pair[1])] == []


def test_texts_end_as_in_english() -> None:
    """A sentence ends with a full stop in both languages; a title with none."""
    stops = (".", "。", "?", "？")
    shapes = re.compile("[dMyHm ,:]+")  # of dates
    odd = [
        pair
        for pair in pairs()
        if pair[0].endswith(stops) != pair[1].endswith(stops) and not shapes.fullmatch(pair[0])
    ]
    assert odd == []


def test_the_compiled_translation_is_that_of_the_text(script: ModuleType, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    script.compile_to(FILE, made)
    assert made.read_bytes() == FILE.with_suffix(".qm").read_bytes(), MEND
