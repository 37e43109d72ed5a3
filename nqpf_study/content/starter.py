"""A teacher's first deck file: complete, explained in it, and right by every check."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from nqpf_study.content.schema import schema_text
from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase

SCHEMA = "deck-1.schema.json"
_LONGEST = 60
_WITHOUT_LETTERS = "my-deck"
_NOTHING_WRITTEN = phrase("Nothing was written.")


@dataclass(frozen=True, slots=True)
class Starter:
    """The files of a new deck. The schema is for editors that complete and check."""

    deck: Path
    source: Path
    schema: Path


def deck_id(title: str) -> str:
    """Make a deck id of a title; where it has no Latin letter or digit, `my-deck`."""
    latin = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    made = "-".join(re.findall("[a-z0-9]+", latin))[:_LONGEST].strip("-")
    # Unquoted, YAML reads these as no text at all.
    return _WITHOUT_LETTERS if made in {"", "true", "false", "null"} else made


def write_starter(folder: Path, title: str, templates: Path) -> Starter:
    """Write a starter deck with its source and the schema into `folder`, made where there is none.

    `templates` is the folder that holds deck.yaml and source.txt. A schema that is there already
    stays. Raises StudyError, with nothing written, where the title is empty, the deck or its source
    would replace a file, or the folder can't be written.
    """
    said = " ".join("".join(sign if sign.isprintable() else " " for sign in title).split())
    if not said:
        raise StudyError("A deck needs a title.", mend="Give it one, such as Our harbour.")
    id_ = deck_id(said)
    made = Starter(folder / f"{id_}.yaml", folder / f"{id_}.txt", folder / SCHEMA)
    values = {"id": id_, "title": json.dumps(said, ensure_ascii=False)}
    template = Template((templates / "deck.yaml").read_text("utf-8"))
    texts = {
        made.deck: template.substitute(values),
        made.source: (templates / "source.txt").read_text("utf-8"),
        made.schema: schema_text(),
    }
    _write(folder, texts, may_stay=made.schema)
    return made


def _write(folder: Path, texts: Mapping[Path, str], may_stay: Path) -> None:
    """Write new files, all of them or none; only `may_stay` may be there already."""
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in texts.items():
            try:
                file = path.open("x", encoding="utf-8", newline="\n")
            except FileExistsError as error:
                if path == may_stay:
                    continue
                raise _taken(path) from error
            written.append(path)
            with file:
                file.write(text)
    except (OSError, StudyError) as error:
        for path in written:
            path.unlink(missing_ok=True)
        if isinstance(error, StudyError):
            raise
        raise StudyError(
            phrase(
                "The folder {folder} can't be written: {strerror}.",
                folder=folder,
                strerror=error.strerror or error,
            ),
            safe=_NOTHING_WRITTEN,
            mend="Choose a folder of your own.",
        ) from error


def _taken(path: Path) -> StudyError:
    return StudyError(
        phrase("There is a file {name} in {parent} already.", name=path.name, parent=path.parent),
        safe=_NOTHING_WRITTEN,
        mend="Choose another folder or another title.",
    )
