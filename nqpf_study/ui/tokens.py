"""The named design tokens: every colour, size and distance of the window, in one place.

`tests/ui/test_theme.py` holds the colours to their contrast: 4.5:1 for text, 3:1 for controls.
"""

from __future__ import annotations

from typing import NamedTuple


class Colours(NamedTuple):
    """The colours of one appearance, as `#rrggbb`.

    `window`, `side` and `surface` are grounds, `hover` and `pressed` the grounds of a control under
    the pointer; `text` and `muted` are read on any of them. `line` divides, `border` outlines what
    can be used. `accent` is the one colour that calls, `on_accent` is read on it, `accent_soft` is
    the ground of what is chosen. `mark` and `mark_strong` are the passages of a source, all and the
    one asked for, `mark_line` their outline; `bare` the sentences that no card
    rests on, `bare_line` the dots under them. The four ratings' names double as error, warning,
    success and note.
    """

    window: str
    side: str
    surface: str
    hover: str
    pressed: str
    text: str
    muted: str
    line: str
    border: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    mark: str
    mark_strong: str
    mark_line: str
    bare: str
    bare_line: str
    again: str
    hard: str
    good: str
    easy: str


LIGHT = Colours(
    window="#faf9f6",
    side="#f3f1ec",
    surface="#ffffff",
    hover="#edeae3",
    pressed="#e3dfd6",
    text="#22211e",
    muted="#5e5a52",
    line="#e1ddd4",
    border="#8a8478",
    accent="#0f6b5c",
    accent_hover="#0b5a4d",
    accent_soft="#dcece7",
    on_accent="#ffffff",
    mark="#fcf4d9",
    mark_strong="#f5d97c",
    mark_line="#967106",
    bare="#eae7f5",
    bare_line="#6b5ca5",
    again="#a8321f",
    hard="#7f5300",
    good="#1b6b3c",
    easy="#1f5c99",
)

DARK = Colours(
    window="#1b1c1d",
    side="#161718",
    surface="#232527",
    hover="#2c2f31",
    pressed="#36393c",
    text="#ebe8e2",
    muted="#aca79d",
    line="#36393b",
    border="#80837f",
    accent="#63c3ad",
    accent_hover="#7bd0bc",
    accent_soft="#23403a",
    on_accent="#0a201b",
    mark="#3d3620",
    mark_strong="#65541a",
    mark_line="#c2a14a",
    bare="#33304a",
    bare_line="#a79bdc",
    again="#f09383",
    hard="#e0b35c",
    good="#7fcb98",
    easy="#86b9ec",
)

STEP = 8
"""The grid, in px: distances are multiples of it, or its half between what belongs together."""

HALF, GAP, ROOM, WIDE = STEP // 2, 2 * STEP, 3 * STEP, 5 * STEP

RADIUS = 8
"""The radius of corners, in px."""

CARD_WIDTH = 720
"""The card column at its widest, in px at a text scale of 1."""

HIT = 32
"""The height of what can be clicked, in px; nothing is smaller than 24."""

SMALL, BODY, LEAD, TITLE, DISPLAY = 12, 14, 16, 20, 28
QUESTION, ANSWER = 26, 22
"""The type scale, in px at a text scale of 1."""

LATIN_FONTS = (
    "Inter",
    "Noto Sans",
    "Adwaita Sans",
    "Cantarell",
    "Ubuntu",
    "Liberation Sans",
    "DejaVu Sans",
)
"""Font families for a desktop that names none that it has; a CJK font's quotes are too wide."""

CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
    "NQPF Study Han SC",
)
"""Font families for simplified Chinese; the first that a system has is taken. The last is ours."""

SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The text scales to choose from."""


def scaled(size: int, scale: float) -> int:
    """Return a size of the type scale at a text scale, in whole px."""
    return max(9, round(size * scale))
