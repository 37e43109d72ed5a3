"""Brings the translations up to date: `python packaging/translations.py`.

Finds the texts of the window and of what lies below it (see `texts.py`), has Qt's lupdate merge
them into `resources/translations/*.ts`, and compiles each with lrelease into the .qm file that is
shipped. Both tools come with PySide6-Essentials. New texts are marked unfinished in the .ts file:
translate them there, in Qt Linguist or any editor, and run this again.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
from texts import ROOT, Message, faults, messages

TRANSLATIONS = ROOT / "resources" / "translations"
TOOLS = Path(PySide6.__file__).parent


def main() -> int:
    """Update and compile every translation; return the exit code."""
    amiss = faults()
    for place in amiss:
        print(place)
    for file in sorted(TRANSLATIONS.glob("*.ts")):
        update(file)
        compile_to(file, file.with_suffix(".qm"))
        left = unfinished(file)
        print(f"{file.relative_to(ROOT)}: {len(left)} unfinished")
        for message in left:
            print(f"  {message.context}: {message.source}")
        amiss += left
    return bool(amiss)


def update(file: Path) -> None:
    """Merge the texts of now into a .ts file; texts that are gone leave it."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "texts.py"
        listed.write_text(listing(messages()), encoding="utf-8")
        options = ["-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext"]
        run("lupdate", *options, str(listed), "-ts", str(file))


def listing(found: set[Message]) -> str:
    """Return a module that translates each text, in a form that lupdate knows to read.

    Read directly, lupdate would pass over the modules' own shorthands for `translate`.
    """
    return "".join(
        f"QCoreApplication.translate({quoted(message.context)}, {quoted(message.source)})\n"
        for message in sorted(found)
    )


def quoted(text: str) -> str:
    """Return a text as a literal that lupdate knows to read."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compile_to(file: Path, compiled: Path) -> None:
    """Write the .qm file of a .ts file; unfinished texts are left out.

    It is put in its place whole: a program that runs has the old one mapped into its memory.
    """
    made = compiled.with_suffix(".qm.new")
    run("lrelease", "-nounfinished", "-removeidentical", str(file), "-qm", str(made))
    made.replace(compiled)


def unfinished(file: Path) -> list[Message]:
    """Return the texts of a .ts file that have no translation yet."""
    return [
        Message(context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(file).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
        if message.find("translation[@type='unfinished']") is not None
    ]


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools; raise CalledProcessError where it fails."""
    subprocess.run([str(TOOLS / tool), *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
