"""The gallery draws every screen in every way, and says what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]


def draw(out: Path, *asked: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "packaging/gallery.py", str(out), *asked]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_scene_is_drawn_in_both_appearances_and_all_sizes(tmp_path: Path) -> None:
    done = draw(tmp_path, "--only", "home-fresh", "--languages", "zh_CN")
    assert done.returncode == 0, done.stdout + done.stderr
    pictures = {path.stem: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert sorted(pictures) == [
        "home-fresh-dark-1100x720-zh_CN",
        "home-fresh-dark-2560x1440@2-zh_CN",
        "home-fresh-dark-800x560-zh_CN",
        "home-fresh-light-1100x720-zh_CN",
        "home-fresh-light-2560x1440@2-zh_CN",
        "home-fresh-light-800x560-zh_CN",
    ]
    for name, picture in pictures.items():
        assert f"-{picture.width()}x{picture.height()}" in name
        ground = picture.pixelColor(picture.width() - 40, picture.height() - 8)
        assert (ground.lightness() < 128) is ("dark" in name)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(name.replace("@", "%40") in page for name in pictures)
    assert (tmp_path / "faults.txt").read_text(encoding="utf-8").strip() == ""
