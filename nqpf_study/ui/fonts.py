"""A Chinese font for systems that have none."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from nqpf_study import paths
from nqpf_study.ui.tokens import CHINESE_FONTS

FILE = "nqpf-study-han-sc.otf"


def add_chinese_font() -> bool:
    """Make the bundled font known where the system has no font for simplified Chinese.

    Return whether that was so. The font lacks Latin letters; the system's own draws them.
    """
    if not set(QFontDatabase.families()).isdisjoint(CHINESE_FONTS):
        return False
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return False
    return QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / FILE)) >= 0
