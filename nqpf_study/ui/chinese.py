"""Chinese in the window: fonts that draw the right glyphs, and text marked up run by run."""

from __future__ import annotations

from html import escape

from nqpf_study.domain.script import runs
from nqpf_study.ui.tokens import CHINESE_FONTS

FAMILIES = CHINESE_FONTS
"""Font families for simplified Chinese; the first that a system has is taken."""

_FAMILY = ", ".join(f"'{family}'" for family in FAMILIES)


def marked_up(text: str) -> str:
    """Return `text` as HTML for a QTextDocument: escaped, line ends kept, Chinese runs marked.

    Nothing of `text` is ever taken for markup.
    """
    return "".join(
        f'<span lang="zh-Hans" style="font-family: {_FAMILY}">{_escaped(run)}</span>'
        if chinese
        else _escaped(run)
        for run, chinese in runs(text)
    )


def _escaped(text: str) -> str:
    return escape(text).replace("\r\n", "\n").replace("\n", "<br>")
