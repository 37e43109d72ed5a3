"""Which pictures there are: a scene, in a language, at a size, in one appearance after another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from zlib import crc32

from PySide6.QtCore import QSize

from nqpf_study.ui.language import Language
from nqpf_study.ui.preferences import Appearance

_SIZE = re.compile(r"(\d+)x(\d+)(?:@([\d.]+))?")


@dataclass(frozen=True)
class Size:
    """A window's size in device pixels, which is its picture's, and pixels to each of its own.

    `2560x1440@2` is a window of 1280 by 720 on a screen that draws everything with twice as many
    pixels; `2560x1440` is four times as much room.
    """

    width: int
    height: int
    scale: float = 1.0

    @classmethod
    def read(cls, written: str) -> Size:
        """Read `800x560` or `2560x1440@2`; raise ValueError where it is neither."""
        found = _SIZE.fullmatch(written)
        if found is None:
            raise ValueError(f"{written} is no size: write 800x560, or 2560x1440@2")
        return cls(int(found[1]), int(found[2]), float(found[3] or 1))

    def __str__(self) -> str:
        """Return the size as it is read."""
        return f"{self.width}x{self.height}" + ("" if self.scale == 1 else f"@{self.scale:g}")

    @property
    def window(self) -> QSize:
        """Return the window's size in its own pixels."""
        return QSize(round(self.width / self.scale), round(self.height / self.scale))


SIZES = (Size(800, 560), Size(1100, 720), Size(2560, 1440, 2))
LOOKS = (Appearance.LIGHT, Appearance.DARK)
LANGUAGES = (Language.ENGLISH, Language.CHINESE)


@dataclass(frozen=True)
class Shot:
    """A scene in one window; its pictures, one for each look, are taken one after another."""

    scene: str
    language: Language
    size: Size
    looks: tuple[Appearance, ...]
    text: float = 1.0
    """How large text is: 0.8 to 2."""

    def name(self, look: Appearance) -> str:
        """Return the file name of a picture, without its ending."""
        text = "" if self.text == 1 else f"-text{self.text * 100:.0f}"
        language = "" if self.language is Language.ENGLISH else f"-{self.language.value}"
        return f"{self.scene}-{look.value}-{self.size}{text}{language}"


def every(
    scenes: Iterable[str],
    languages: Sequence[Language] = LANGUAGES,
    sizes: Sequence[Size] = SIZES,
    looks: Sequence[Appearance] = LOOKS,
    text: float = 1.0,
) -> Iterator[Shot]:
    """Return the shots of scenes in every language and size. Each other opens in the other look."""
    for at, (scene, language, size) in enumerate(product(scenes, languages, sizes)):
        turned = looks if at % 2 == 0 else tuple(reversed(looks))
        yield Shot(scene, language, size, tuple(turned), text)


def sample(
    scenes: Iterable[str],
    languages: Sequence[Language] = LANGUAGES,
    sizes: Sequence[Size] = SIZES,
    looks: Sequence[Appearance] = LOOKS,
    text: float = 1.0,
) -> Iterator[Shot]:
    """Return one shot, in one look, of each scene; which one hangs on its name alone."""
    ways = list(product(languages, sizes, looks))
    for scene in scenes:
        language, size, look = ways[crc32(scene.encode()) % len(ways)]
        yield Shot(scene, language, size, (look,), text)
