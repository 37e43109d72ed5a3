"""What the gallery makes of what it is asked for, and what it tells of its pictures."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from drawing import Drawn, draw_all, report
from pictures import write_page
from shots import Shot, Size

from nqpf_study.ui.language import Language
from nqpf_study.ui.preferences import Appearance

SHOT = Shot("home", Language.ENGLISH, Size(800, 560), (Appearance.LIGHT, Appearance.DARK))


@pytest.mark.parametrize(
    ("written", "size"),
    [("800x560", Size(800, 560)), ("2560x1440@2", Size(2560, 1440, 2))],
)
def test_sizes_are_read_as_they_are_written(written: str, size: Size) -> None:
    assert Size.read(written) == size
    assert str(size) == written


def test_a_size_at_twice_the_pixels_is_a_window_of_half_as_much() -> None:
    window = Size.read("2560x1440@2").window
    assert (window.width(), window.height()) == (1280, 720)
    with pytest.raises(ValueError, match="write 800x560"):
        Size.read("large")


def test_a_fault_is_told_once_with_all_its_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "faults.txt"
    fault = "Shell > HomePage > Text “12 due”: is cut off"
    drawn = [Drawn(SHOT, SHOT.name(look), (fault,)) for look in SHOT.looks]
    assert report(drawn, file) == 1
    said = f"home: {fault}\n    in home-light-800x560, home-dark-800x560\n"
    assert file.read_text(encoding="utf-8") == said
    assert said in capsys.readouterr().out
    assert report([Drawn(SHOT, "home-light-800x560", ())], file) == 0
    assert file.read_text(encoding="utf-8").strip() == ""


def test_the_page_shows_every_picture_by_a_way_that_works_from_a_disk(tmp_path: Path) -> None:
    names = ["home-light-2560x1440@2", "home-dark-800x560-text200-zh_CN"]
    write_page(tmp_path, [("home", name) for name in names], {names[0]: 2})
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    sources = [part.split('"')[0] for part in page.split('src="')[1:]]
    assert [unquote(source) for source in sources] == [f"{name}.png" for name in names]
    assert "2 pictures of 1 screens" in page
    assert page.count("2 faults") == 1


def test_a_scene_that_cannot_be_drawn_is_a_fault_with_its_reason(tmp_path: Path) -> None:
    size = Size(800, 560)
    shots = [
        Shot(scene, Language.ENGLISH, size, (Appearance.DARK,))
        for scene in ("explore-timeline-nowhere", "about-empty")
    ]
    with pytest.raises(KeyError, match="nowhere"):
        list(draw_all(shots, tmp_path, None, 1))
