"""Draws the app's icon in every form: `python packaging/app_icon.py`.

`resources/app-icon/nqpf-study.svg` is the drawing; what stands beside it is made from it: PNG files
for Linux and the window, an .ico for Windows, an .icns for macOS. Both are containers of PNG
pictures, which Qt writes; the containers' few bytes are written here.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "app-icon"
NAME = "nqpf-study"
PNG_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
"""The sides of the PNG files, in px."""

ICO_SIDES = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_PLAIN = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}
ICNS_SHARP = {b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024}
ICNS_TYPES = ICNS_PLAIN | ICNS_SHARP
"""The types of pictures in an .icns with the sides of their PNG, @2x the sharp ones."""


def main() -> int:
    """Write every form; return the exit code."""
    application = QGuiApplication(sys.argv)
    drawing = QSvgRenderer(str(FOLDER / f"{NAME}.svg"))
    sides = sorted({*PNG_SIDES, *ICO_SIDES, *ICNS_TYPES.values()})
    pictures = {side: png(drawing, side) for side in sides}
    for side in PNG_SIDES:
        write(FOLDER / f"{NAME}-{side}.png", pictures[side])
    write(FOLDER / f"{NAME}.ico", ico({side: pictures[side] for side in ICO_SIDES}))
    write(FOLDER / f"{NAME}.icns", icns(pictures))
    application.quit()
    return 0


def png(drawing: QSvgRenderer, side: int) -> bytes:
    """Return the drawing as a PNG, `side` px wide and high."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    return bytes(held.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an .ico of PNG pictures by side."""
    at = 6 + 16 * len(pictures)
    entries, contents = b"", b""
    for side, content in pictures.items():
        shown = side % 256  # 0 stands for 256
        entries += struct.pack("<4B2H2L", shown, shown, 0, 0, 1, 32, len(content), at)
        contents += content
        at += len(content)
    return struct.pack("<3H", 0, 1, len(pictures)) + entries + contents


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return an .icns of PNG pictures by side."""
    parts = b"".join(
        kind + struct.pack(">L", 8 + len(pictures[side])) + pictures[side]
        for kind, side in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">L", 8 + len(parts)) + parts


def write(path: Path, content: bytes) -> None:
    """Write a file, and say so."""
    path.write_bytes(content)
    print(f"{path.name}: {len(content):,} bytes")


if __name__ == "__main__":
    sys.exit(main())
