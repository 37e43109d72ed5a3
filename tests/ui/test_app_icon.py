"""The app's icon: one drawing, and every form of it as each system reads it."""

from __future__ import annotations

import re
import struct

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from nqpf_study import paths
from nqpf_study.ui.icons import APP_SIDES, app_icon
from nqpf_study.ui.tokens import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

FOLDER = paths.resources() / "app-icon"
SVG = FOLDER / "nqpf-study.svg"


def drawn(side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    return image


def difference(image: QImage) -> float:
    """Return how far a picture is from the drawing, 0 to 1 a channel in the mean."""
    side = image.width()
    assert image.size() == QSize(side, side)
    one, other = image.convertToFormat(QImage.Format.Format_ARGB32), drawn(side)
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(left - right) for left, right in pairs) / (side * side * 4 * 255)


def pictures_of_icns() -> dict[bytes, QImage]:
    data = (FOLDER / "nqpf-study.icns").read_bytes()
    assert data[:4] == b"icns"
    assert struct.unpack(">L", data[4:8]) == (len(data),)
    found, at = {}, 8
    while at < len(data):
        kind, (length,) = data[at : at + 4], struct.unpack(">L", data[at + 4 : at + 8])
        found[kind] = QImage.fromData(data[at + 8 : at + length])
        at += length
    return found


def test_it_is_drawn_in_the_windows_own_colours() -> None:
    colours = set(re.findall("#[0-9a-f]{6}", SVG.read_text("utf-8")))
    assert colours <= set(LIGHT)
    assert {LIGHT.accent, LIGHT.mark_strong} <= colours


@pytest.mark.parametrize("side", [*APP_SIDES, 256, 512])
def test_every_size_is_the_drawing(side: int) -> None:
    image = QImage(str(FOLDER / f"nqpf-study-{side}.png"))
    assert image.width() == side
    assert difference(image) < 0.01


def test_windows_reads_its_form() -> None:
    reader = QImageReader(str(FOLDER / "nqpf-study.ico"))
    sides = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        image = reader.read()
        assert difference(image) < 0.01
        sides.append(image.width())
    assert {16, 32, 48, 256} <= set(sides)


def test_macos_form_holds_every_size_for_plain_and_sharp_screens() -> None:
    found = pictures_of_icns()
    sides = {kind: image.width() for kind, image in found.items()}
    plain = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}
    sharp = {b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024}
    assert sides == plain | sharp
    assert all(difference(found[kind]) < 0.01 for kind in (b"icp4", b"ic11", b"ic08"))


def test_windows_and_panels_have_it_in_every_size() -> None:
    icon = app_icon()
    assert [size.width() for size in icon.availableSizes()] == list(APP_SIDES)
    for side in (16, 32, 64, 128):
        assert difference(icon.pixmap(QSize(side, side), 1.0).toImage()) < 0.01


def test_the_smallest_size_shows_the_marked_passage() -> None:
    image = QImage(str(FOLDER / "nqpf-study-16.png"))
    colours = {image.pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert {LIGHT.accent, LIGHT.surface, LIGHT.mark_strong} <= colours
