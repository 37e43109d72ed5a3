"""Pictures as files: PNG as small as can be, and the page on which all of them lie side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote

from PySide6.QtGui import QImage

README = {
    "session-source-light-1100x720": "session-light",
    "session-source-dark-1100x720": "session-dark",
    "home-progress-light-1100x720": "home-light",
    "reader-light-1100x720": "reader-light",
    "explore-timeline-light-1100x720": "timeline-light",
    "session-order-judged-light-1100x720": "order-light",
    "progress-light-1100x720": "progress-light",
}
"""Which pictures the README shows, and what it calls them."""


SMALLEST = 0
"""The quality at which a PNG is as small as Qt can make it, and takes its time."""

PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every screen</title>
<style>
body {{ font: 14px system-ui, sans-serif; margin: 24px; background: #888; color: #000; }}
h2 {{ margin: 32px 0 8px; }}
.row {{ display: flex; flex-wrap: wrap; gap: 12px; }}
figure {{ margin: 0; }}
figcaption {{ font-size: 12px; margin-top: 2px; }}
img {{ height: 300px; display: block; }}
li {{ margin: 2px 0; }}
</style>
<h1>{pictures} pictures of {scenes} screens</h1>
<p>{faults}</p>
{body}
</html>
"""


def write_page(out: Path, pictures: Iterable[tuple[str, str]], faults: Mapping[str, int]) -> None:
    """Write `index.html` into a folder: its pictures, each (scene, name), scene by scene.

    `faults` is how many were found in each picture, by its name.
    """
    rows: dict[str, list[str]] = {}
    for scene, name in pictures:
        rows.setdefault(scene, []).append(name)
    body = []
    for scene, names in rows.items():
        body.append(f'<h2 id="{escape(scene)}">{escape(scene)}</h2>\n<div class="row">')
        for name in names:
            found = f", {faults[name]} faults" if faults.get(name) else ""
            file = quote(f"{name}.png")
            body.append(
                f'<figure><a href="{file}"><img src="{file}" loading="lazy" alt=""></a>'
                f"<figcaption>{escape(name)}{found}</figcaption></figure>"
            )
        body.append("</div>")
    said = "The faults are in faults.txt." if any(faults.values()) else "No fault was found."
    count = sum(map(len, rows.values()))
    page = PAGE.format(pictures=count, scenes=len(rows), faults=said, body="\n".join(body))
    (out / "index.html").write_text(page, encoding="utf-8")


def save(picture: QImage, path: Path, quality: int = -1) -> None:
    """Write a picture as a PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path), quality=quality):
        raise OSError(f"{path} could not be written")


def save_for_readme(name: str, picture: QImage, folder: Path) -> None:
    """Write a picture, if it is one of the README's, under the name that it has there."""
    if name in README:
        save(reduced(picture), folder / f"{README[name]}.png", SMALLEST)


def reduced(picture: QImage) -> QImage:
    """Return a picture in at most 256 of its colours: a third of the bytes, and no eye sees it."""
    pixels = memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    commonest = [colour for colour, _ in Counter(pixels).most_common()]
    apart = 0
    while len(palette := _set_apart(commonest, apart)) > 256:
        apart += 4
    return picture.convertToFormat(QImage.Format.Format_Indexed8, palette)


def _set_apart(colours: list[int], apart: int) -> list[int]:
    """Return colours of which each differs from those before it by more than `apart`."""
    chosen: list[tuple[int, int, int]] = []
    for colour in colours:
        parts = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
        if all(max(map(abs, map(int.__sub__, parts, other))) > apart for other in chosen):
            chosen.append(parts)
    return [0xFF000000 | red << 16 | green << 8 | blue for red, green, blue in chosen]
