"""What a reader gets to see of a piece of HTML."""

from __future__ import annotations

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.tags: set[str] = set()
        self._styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._styled = tag == "style"
        names = {name for name, _ in attrs}
        assert names <= {"class", "lang", "id", "data-cloze", "data-ordinal"}, attrs
        if tag == "br":
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._styled = False

    def handle_data(self, data: str) -> None:
        if not self._styled:
            self.said.append(data)


def shown(html: str) -> str:
    """Return the text of some HTML; fails on an attribute that no card has."""
    return "".join(_read(html).said)


def tags(html: str) -> set[str]:
    """Return the names of the tags in some HTML."""
    return _read(html).tags


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader
