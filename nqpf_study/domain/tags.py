"""The tags that learners give: how they are written."""

from __future__ import annotations

import re
import unicodedata

_APART = re.compile(r"[\s,;、]+")
_OUTSIDE = "#*"
_NEVER = re.compile('["“”\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff]')


def tags_in(text: str) -> tuple[str, ...]:
    """Return the tags in what was typed, each once: in small letters, apart by spaces or commas.

    So each can be searched for as `tag:x`, and Anki, whose tags hold no spaces, takes it as it is.
    Commas and letters may be full-width, as a Chinese keyboard types them.
    """
    words = _APART.split(_NEVER.sub("", folded(text)))
    return tuple(dict.fromkeys(tag for word in words if (tag := word.strip(_OUTSIDE))))


def folded(tag: str) -> str:
    """Return a tag with capitals and full-width letters made the usual ones."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", tag).lower())
