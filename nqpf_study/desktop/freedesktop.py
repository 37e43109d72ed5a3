"""Linux and its kin: a .desktop file, the types of files, icons; by the freedesktop.org rules."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

NAME = "nqpf-study"
_TOOLS = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
_PLAIN = re.compile(r"[A-Za-z0-9_./:=@+,-]+")
_DESKTOP = Path("applications") / f"{NAME}.desktop"
_TYPES = Path("mime") / "packages" / f"{NAME}.xml"
_ICONS = Path("icons") / "hicolor"


def associate(data_home: Path, command: Sequence[str], resources: Path) -> tuple[str, ...]:
    """Write what tells desktops of the program, which `command` starts; return the files."""
    entry = (resources / "desktop" / f"{NAME}.desktop").read_text("utf-8")
    line = f"Exec={exec_line(command)} %F"
    wanted = {
        _DESKTOP: re.sub("^Exec=.*$", lambda _: line, entry, flags=re.MULTILINE).encode(),
        _TYPES: (resources / "desktop" / f"{NAME}.xml").read_bytes(),
    }
    for picture in sorted((resources / "app-icon").glob(f"{NAME}*")):
        if place := _icon_place(picture.name):
            wanted[place] = picture.read_bytes()
    for place, content in wanted.items():
        path = data_home / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tuple(str(data_home / place) for place in wanted)


def is_associated(data_home: Path) -> bool:
    """Tell whether desktops know of the program."""
    return (data_home / _DESKTOP).exists()


def dissociate(data_home: Path) -> tuple[str, ...]:
    """Remove what `associate` wrote; return the files."""
    icons = (data_home / _ICONS).glob(f"*/apps/{NAME}.*")
    found = [path for path in (data_home / _DESKTOP, data_home / _TYPES, *icons) if path.exists()]
    for path in found:
        path.unlink()
    return tuple(map(str, found))


def update(data_home: Path) -> str:
    """Have the desktop read anew what stands in `data_home`; return what it takes besides."""
    missing = []
    for tool, folder in _TOOLS:
        if not (data_home / folder).is_dir():
            continue
        if (program := shutil.which(tool)) is None:
            missing.append(tool)
        else:
            subprocess.run(  # noqa: S603 - the system's own tool, on the user's own folder
                [program, str(data_home / folder)], check=False, capture_output=True
            )
    return f"It takes effect when {' and '.join(missing)} has run." if missing else ""


def exec_line(command: Sequence[str]) -> str:
    """Return a command as the key Exec of a .desktop file has it."""
    return " ".join(map(_quoted, command))


def _quoted(word: str) -> str:
    escaped = word.replace("%", "%%")
    if _PLAIN.fullmatch(word):
        return escaped
    quoted = re.sub(r'(["`$\\])', r"\\\1", escaped)
    return '"{}"'.format(quoted.replace("\\", "\\\\"))


def _icon_place(name: str) -> Path | None:
    """Return where a form of the app's icon stands in an icon theme, None for other systems'."""
    if name.endswith(".svg"):
        return _ICONS / "scalable" / "apps" / name
    if side := re.fullmatch(rf"{NAME}-(\d+)\.png", name):
        return _ICONS / f"{side[1]}x{side[1]}" / "apps" / f"{NAME}.png"
    return None
