from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from nqpf_study import paths
from nqpf_study.domain.script import runs
from nqpf_study.ui.fonts import FILE, add_chinese_font
from nqpf_study.ui.tokens import CHINESE_FONTS

FONT = paths.resources() / "fonts" / FILE

NO_FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


@pytest.fixture
def font() -> QRawFont:
    return QRawFont(str(FONT), 16)


def chinese(path: Path) -> set[str]:
    return {
        character
        for run, is_chinese in runs(path.read_text(encoding="utf-8"))
        if is_chinese
        for character in run
        if not character.isspace()
    }


@pytest.mark.usefixtures("qapp")
def test_every_chinese_character_that_is_shipped_can_be_drawn(font: QRawFont) -> None:
    shipped = [
        *paths.decks(),
        *(paths.shipped() / "seeds").glob("*.txt"),
        *(paths.resources() / "translations").glob("*.ts"),
        *(paths.resources() / "starter" / "zh-CN").iterdir(),
        paths.guide(),
        paths.guide(chinese=True),
    ]
    assert len(shipped) > 13
    wanted = set[str]().union(*map(chinese, shipped))
    assert len(wanted) > 100
    lacking = {character for character in wanted if not font.supportsCharacter(ord(character))}
    latin = {character for character in lacking if ord(character) < 0x2E80}
    assert lacking - latin == set(), "run packaging/chinese_font.py again"


@pytest.mark.usefixtures("qapp")
def test_common_characters_are_there_and_latin_ones_are_left_to_the_system(font: QRawFont) -> None:
    assert all(font.supportsCharacter(ord(character)) for character in "的一是了我不人在他有，。：")
    assert not font.supportsCharacter(ord("a"))


@pytest.mark.usefixtures("qapp")
def test_the_font_has_the_name_that_is_asked_for() -> None:
    key = QFontDatabase.addApplicationFont(str(FONT))
    assert QFontDatabase.applicationFontFamilies(key) == [CHINESE_FONTS[-1]]
    QFontDatabase.removeApplicationFont(key)


def test_its_licence_is_shipped() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONT.parent / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.usefixtures("qapp")
def test_a_system_with_a_chinese_font_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: ["Arial", CHINESE_FONTS[3]])
    assert not add_chinese_font()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig lists the fonts")
def test_a_system_without_any_gets_ours(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(NO_FONTS.format(folder=tmp_path), encoding="utf-8")
    code = (
        "from PySide6.QtWidgets import QApplication;"
        "from PySide6.QtGui import QFont, QFontInfo;"
        "from nqpf_study.ui.fonts import add_chinese_font;"
        "from nqpf_study.ui.tokens import CHINESE_FONTS;"
        "app = QApplication(['x']);"
        "print(add_chinese_font());"
        "font = QFont(); font.setFamilies(['Nothing', *CHINESE_FONTS]);"
        "print(QFontInfo(font).family())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["True", CHINESE_FONTS[-1]]
