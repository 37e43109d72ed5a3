"""The gallery draws: it is a developer's script, which nobody runs every day."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]


def test_a_scene_is_drawn_in_both_appearances_and_sizes(tmp_path: Path) -> None:
    command = [sys.executable, "packaging/gallery.py", str(tmp_path), "--only", "home-fresh"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pictures = {path.stem: QImage(str(path)) for path in tmp_path.iterdir()}
    assert sorted(pictures) == [
        "home-fresh-dark-1100x720",
        "home-fresh-dark-800x560",
        "home-fresh-light-1100x720",
        "home-fresh-light-800x560",
    ]
    for name, picture in pictures.items():
        assert name.endswith(f"{picture.width()}x{picture.height()}")
        ground = picture.pixelColor(picture.width() - 20, picture.height() - 4)
        assert (ground.lightness() < 128) is ("dark" in name)
