"""Every screen is drawn and looked over, each in one of the ways that there are.

Its pictures stay in `build/gallery`, with a page that shows all of them: `index.html`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

from PySide6.QtGui import QImage
from scenes import scenes
from shots import LANGUAGES, LOOKS, SIZES, every, sample

ROOT = Path(__file__).parents[2]
OUT = ROOT / "build" / "gallery"


def test_no_screen_has_a_fault() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    command = [sys.executable, "packaging/gallery.py", str(OUT), "--sample"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    faults = OUT / "faults.txt"
    assert faults.exists(), done.stderr
    assert faults.read_text(encoding="utf-8") == "", f"see {OUT}"
    assert done.returncode == 0, done.stderr
    drawn = {path.stem for path in OUT.glob("*.png")}
    assert drawn == {
        shot.name(look) for shot in sample(scene.name for scene in scenes()) for look in shot.looks
    }


def test_the_sample_has_every_scene_once_and_every_way() -> None:
    names = [scene.name for scene in scenes()]
    assert len(set(names)) == len(names)
    shots = list(sample(names))
    assert [shot.scene for shot in shots] == names
    ways = {(shot.language, shot.size, *shot.looks) for shot in shots}
    assert ways == set(product(LANGUAGES, SIZES, LOOKS))


def test_the_whole_has_every_scene_in_every_way() -> None:
    shots = list(every(["one", "other"]))
    names = {shot.name(look) for shot in shots for look in shot.looks}
    assert len(names) == 2 * len(LANGUAGES) * len(SIZES) * len(LOOKS)
    assert {shot.looks[0] for shot in shots} == set(LOOKS)  # each look is come to both ways


def test_pictures_at_twice_the_pixels_show_as_much_as_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "packaging/gallery.py", str(tmp_path), "--only", "about-empty"]
    sizes = ["--sizes", "1280x720,2560x1440@2", "--languages", "zh_CN", "--looks", "dark"]
    done = subprocess.run([*command, *sizes], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    once = QImage(str(tmp_path / "about-empty-dark-1280x720-zh_CN.png"))
    twice = QImage(str(tmp_path / "about-empty-dark-2560x1440@2-zh_CN.png"))
    assert (once.width(), twice.width()) == (1280, 2560)
    small = twice.scaled(once.size())
    far = sum(
        small.pixelColor(x, y).lightness() - once.pixelColor(x, y).lightness() not in range(-60, 61)
        for x in range(0, 1280, 8)
        for y in range(0, 720, 8)
    )
    assert far < 200, "of 14,400: only the edges of letters differ"
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "about-empty-dark-2560x1440%402-zh_CN.png" in page
