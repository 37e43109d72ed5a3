"""The fields of a note as Anki stores them: HTML in which nothing of ours is taken as markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from nqpf_study.domain.deck import Note
from nqpf_study.domain.kinds import Card, Gap, cloze_runs
from nqpf_study.domain.passage import Passage
from nqpf_study.domain.script import HAN, runs
from nqpf_study.domain.source import Source

Frames: TypeAlias = Mapping[str, tuple[str, str]]
"""What stands before and behind a quotation, by source id."""

_CHINESE = re.compile(f"[{HAN}]")
_SPECIAL = re.compile(r"[&<>{\[\x00-\x1f\x7f\u0338\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|\n")
# Anki parts fields by a control character; lone surrogates cannot be written at all.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# Marks a reader expects between a Chinese term and its pinyin where both are one answer.
_PINYIN_DOT = " · "


def html_of(text: str) -> str:
    """Return text as HTML, line ends kept, each Chinese run marked with its language.

    Braces and brackets are spelled as references, since Anki gives a meaning to `{{c1::...}}`,
    `[sound:...]`, `[latex]` and `[[type:...]]` wherever they stand in a field.
    """
    if text.isascii() or not _CHINESE.search(text):
        return _escaped(text)
    return "".join(
        f'<span lang="zh-Hans">{_escaped(run)}</span>' if chinese else _escaped(run)
        for run, chinese in runs(text)
    )


def _escaped(text: str) -> str:
    if not _SPECIAL.search(text):
        return text
    escaped = html.escape(text, quote=False).replace("{", "&#123;").replace("[", "&#91;")
    # Anki composes characters: this one would melt into the end of a tag before it.
    escaped = escaped.replace("\u0338", "&#824;")
    return _UNWRITABLE.sub("", _LINE_END.sub("<br>", escaped))


def answer_of(card: Card, note: Note) -> str:
    """Return a card's answer: a list as a list, pinyin set apart from its Chinese."""
    if card.members:
        tag = "ol" if card.ordered else "ul"
        items = "".join(f"<li>{html_of(member)}</li>" for member in card.members)
        return f"<{tag}>{items}</{tag}>"
    written, dot, pinyin = card.answer.rpartition(_PINYIN_DOT)
    if dot and pinyin == note.text("pinyin"):
        return f"{html_of(written)}{_pinyin(pinyin)}"
    return html_of(card.answer)


def _pinyin(text: str) -> str:
    return f'<div class="pinyin" lang="zh-Latn-pinyin">{_escaped(text)}</div>'


def cloze_of(text: str) -> str:
    """Return a cloze text in Anki's own marks, which are ours."""
    return "".join(_gap(run) if isinstance(run, Gap) else html_of(run) for run in cloze_runs(text))


def _gap(gap: Gap) -> str:
    # Colons in pairs are Anki's mark between what a gap hides and its hint.
    hint = f"::{html_of(gap.hint).replace('::', '&#58;&#58;')}" if gap.hint else ""
    return f"{{{{{gap.name}::{html_of(gap.hidden)}{hint}}}}}"


def frames_of(sources: Iterable[Source]) -> Frames:
    """Return what stands before and behind a quotation of each source."""
    return {source.id: _frame(source.citation, source.language) for source in sources}


def _frame(citation: str, language: str = "") -> tuple[str, str]:
    said_in = f' lang="{html.escape(language)}"' if language else ""
    return (
        f'<figure class="passage"><blockquote{said_in}>',
        f"</blockquote><figcaption>{html_of(citation)}</figcaption></figure>",
    )


def passages_of(passages: Iterable[Passage], frames: Frames) -> str:
    """Return the quotations, each with its citation; an unknown source is named by its id."""
    quoted = []
    for passage in passages:
        before, behind = frames.get(passage.source) or _frame(passage.source)
        quoted.append(f"{before}{html_of(passage.exact)}{behind}")
    return "".join(quoted)


def backing_of(note: Note, frames: Frames) -> dict[str, str]:
    """Return what every card of a note shows or carries behind its answer, by field."""
    backing = {
        "Kind": note.kind,
        "Chinese": note.text("chinese"),
        "Pinyin": note.text("pinyin"),
        "Variants": "; ".join(member.text for member in note.members("variants")),
        "Remark": note.remark,
        "Derived": " ".join(filter(None, (note.derived, note.text("chinese_derived")))),
        "As of": note.as_of,
    }
    return {
        **{name: html_of(text) for name, text in backing.items() if text},
        "Passages": passages_of(note.passages, frames),
    }


def tags_of(tags: Iterable[str]) -> list[str]:
    """Return tags as Anki takes them: without spaces, of any kind, within."""
    joined = ("-".join(_UNWRITABLE.sub("", tag).split()) for tag in tags)
    return [tag for tag in joined if tag]
