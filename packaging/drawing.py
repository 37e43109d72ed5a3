"""Draws what the command line asks for, in several processes: a Qt process has one device scale."""

from __future__ import annotations

import argparse
import faulthandler
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from traceback import format_exc
from typing import TypeVar

from demonstration import COLLECTIONS, make
from pictures import save, save_for_readme, write_page
from scenes import scenes
from shots import LANGUAGES, LOOKS, SIZES, Shot, Size, every, sample

from nqpf_study.ui.language import Language
from nqpf_study.ui.preferences import Appearance

T = TypeVar("T")


@dataclass(frozen=True)
class Drawn:
    """A picture that was written, under a name, and what is wrong with it."""

    shot: Shot
    name: str
    faults: tuple[str, ...]


class Hand:
    """What draws in a process of its own: made when the first shot is drawn."""

    def __init__(self, folder: Path, out: Path, readme: Path | None, scale: float) -> None:
        screen = Path(os.path.relpath(Path(__file__).with_name("screen.json"))).as_posix()
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
        from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - see below
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the scale is read first
        from stage import Gallery  # noqa: PLC0415 - see above

        from nqpf_study.ui.fonts import add_chinese_font  # noqa: PLC0415 - see above

        faulthandler.enable()
        self._complaints: list[str] = []
        qInstallMessageHandler(self._hear)
        application = QApplication(["gallery", "-style", "Fusion"])
        application.setCursorFlashTime(0)  # two pictures of a window at rest are the same
        add_chinese_font()
        own = folder / f"hand-{os.getpid()}"
        own.mkdir()
        self._gallery = Gallery(application, folder, own)
        self._out, self._readme = out, readme

    def draw(self, shot: Shot) -> list[Drawn]:
        """Write the pictures of a shot. What goes wrong on the way is a fault of the shot's."""
        drawn = []
        try:
            for look, picture, faults in self._gallery.draw(shot):
                name = shot.name(look)
                save(picture, self._out / f"{name}.png")
                if self._readme is not None:
                    save_for_readme(name, picture, self._readme)
                complaints, self._complaints = self._complaints, []
                drawn.append(Drawn(shot, name, (*map(str, faults), *complaints)))
        except Exception:  # noqa: BLE001 - the other screens are drawn all the same
            drawn.append(Drawn(shot, shot.name(shot.looks[0]), (f"not drawn: {format_exc()}",)))
        return drawn

    def _hear(self, _kind: object, _where: object, said: str) -> None:
        if "This plugin does not support" not in said:  # harmless, and only without a screen
            self._complaints.append(f"Qt complains: {said}")


_hands: list[Hand] = []


def _take_up(folder: Path, out: Path, readme: Path | None, scale: float) -> None:
    _hands.append(Hand(folder, out, readme, scale))


def _draw(shot: Shot) -> list[Drawn]:
    return _hands[0].draw(shot)


def draw_all(
    shots: Iterable[Shot], out: Path, readme: Path | None, jobs: int
) -> Iterator[list[Drawn]]:
    """Draw shots in `jobs` processes, and yield each as it is done."""
    by_scale: dict[float, list[Shot]] = defaultdict(list)
    for shot in shots:
        by_scale[shot.size.scale].append(shot)
    collection = {scene.name: scene.collection for scene in scenes()}
    wanted = {collection[shot.scene] for some in by_scale.values() for shot in some}
    with tempfile.TemporaryDirectory() as written:
        folder = Path(written)
        with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
            names = sorted(wanted, key=COLLECTIONS.index)
            list(pool.map(partial(make, folder=folder), names))
        for scale, some in by_scale.items():
            take_up = partial(_take_up, folder, out, readme, scale)
            yield from _draw_in_processes(some, take_up, jobs)


def _draw_in_processes(
    shots: Iterable[Shot], take_up: Callable[[], None], jobs: int
) -> Iterator[list[Drawn]]:
    """Draw shots in new processes. One that ends by itself is a fault of what it drew.

    Which shot that was shows when those that are left are drawn one after the other.
    """
    left, at_once = list(shots), jobs
    while left:
        try:
            with ProcessPoolExecutor(at_once, get_context("spawn"), take_up) as pool:
                futures = {pool.submit(_draw, shot): shot for shot in left}
                for future in as_completed(futures):
                    done = future.result()
                    left.remove(futures[future])
                    yield done
        except BrokenProcessPool:
            if at_once == 1:
                shot = left.pop(0)
                yield [Drawn(shot, shot.name(shot.looks[0]), ("not drawn: Python ended",))]
            at_once = jobs if at_once == 1 else 1


def main() -> int:
    """Draw what the command line asks for; return the exit code."""
    asked = _parser().parse_args()
    words = asked.only or [""]
    names = [
        scene.name
        for scene in scenes()
        if any(word in scene.name for word in words) and scene.collection in asked.collections
    ]
    choose = sample if asked.sample else every
    shots = list(choose(names, asked.languages, asked.sizes, asked.looks, asked.scale))
    drawn = []
    for done in draw_all(shots, asked.out, asked.readme, asked.jobs):
        drawn += done
        print(*(picture.name for picture in done), flush=True)
    order = {shot: at for at, shot in enumerate(shots)}
    drawn.sort(key=lambda picture: (names.index(picture.shot.scene), order[picture.shot]))
    write_page(
        asked.out,
        [(picture.shot.scene, picture.name) for picture in drawn],
        Counter({picture.name: len(picture.faults) for picture in drawn}),
    )
    return report(drawn, asked.out / "faults.txt")


def report(drawn: Iterable[Drawn], file: Path) -> int:
    """Say what is wrong, on stdout and in a file; return 1 where anything is."""
    where: dict[str, list[str]] = defaultdict(list)
    for picture in drawn:
        for fault in picture.faults:
            where[f"{picture.shot.scene}: {fault}"].append(picture.name)
    lines = [f"{fault}\n    in {', '.join(names)}" for fault, names in where.items()]
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")
    for line in lines:
        print(line)
    print(f"{len(lines)} faults" if lines else "no faults")
    return 1 if lines else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Draws and checks every screen.")
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--only", type=_words, help="only scenes whose name holds one of these")
    parser.add_argument("--languages", type=_some(Language), default=LANGUAGES)
    parser.add_argument("--looks", type=_some(Appearance), default=LOOKS)
    parser.add_argument("--sizes", type=_some(Size.read), default=SIZES)
    parser.add_argument("--collections", type=_words, default=COLLECTIONS)
    parser.add_argument("--sample", action="store_true", help="each scene once")
    parser.add_argument("--scale", type=float, default=1.0, help="the size of text: 0.8 to 2")
    parser.add_argument("--readme", type=Path, help="the folder of the README's pictures")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many processes")
    return parser


def _words(written: str) -> list[str]:
    return written.split(",")


def _some(read: Callable[[str], T]) -> Callable[[str], list[T]]:
    return lambda written: [read(word) for word in _words(written)]
