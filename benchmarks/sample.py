"""Deck files and collections of any size to measure with, the same on every machine."""

from __future__ import annotations

import hashlib
from pathlib import Path
from random import Random

WORDS = [
    *("innovation", "industry", "green", "market", "reform", "talent", "factor", "province"),
    *("export", "digital", "chain", "seed", "energy", "material", "quality", "growth"),
    *("plan", "report", "policy", "region", "harbour", "machine", "worker"),
]
CHINESE = "新质生产力发展改革创新科技人才绿色产业市场要素教育农业数字经济"


def write_source(folder: Path, paragraphs: int = 200) -> Path:
    """Write a source whose every line can be quoted unambiguously."""
    random = Random(1)
    lines = [
        f"Line {number}: {' '.join(random.choices(WORDS, k=14))} "
        f"{''.join(random.choices(CHINESE, k=6))}。"
        for number in range(paragraphs)
    ]
    path = folder / "sample.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8", newline="\n")
    return path


def write_deck(folder: Path, notes: int, *, changed: int | None = None) -> Path:
    """Write a deck file of `notes` notes, about thirty words each; note `changed` is edited."""
    source = write_source(folder)
    lines = source.read_text(encoding="utf-8").split("\n\n")
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    random = Random(2)
    head = f"""format: 1
deck:
  id: sample
  title: Sample
sources:
  - id: sample
    title: Sample
    publisher: Nobody
    published: "2024"
    language: en
    where: nowhere
    file: {source.name}
    sha256: {digest}
notes:
"""
    out = [head]
    for number in range(notes):
        quoted = lines[number % len(lines)]
        question = " ".join(random.choices(WORDS, k=9))
        answer = " ".join(random.choices(WORDS, k=8))
        written = "".join(random.choices(CHINESE, k=4))
        if number == changed:
            answer += " mended"
        out.append(
            f"  - id: note-{number}\n    kind: basic\n"
            f"    question: What of {question} in {number}?\n"
            f"    answer: {answer} {written}\n    tags: [theme-{number % 17}]\n"
            f'    passages:\n      - source: sample\n        exact: "{quoted}"\n'
        )
    path = folder / (f"sample-{notes}.yaml" if changed is None else f"sample-{notes}-edited.yaml")
    path.write_text("".join(out), encoding="utf-8", newline="\n")
    return path
