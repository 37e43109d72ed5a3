"""Cut the bundled Chinese font: `python packaging/chinese_font.py NotoSansCJK-Regular.ttc`.

Needs fonttools, which nothing else here does. Takes the simplified-Chinese face, keeps the 3,755
commonest characters (GB 2312, level 1) with every Chinese character of the decks, sources,
translations and this program, drops the Latin letters, which the system's own font draws, and
renames the result, as its licence likes it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parent.parent
FACE = "Noto Sans CJK SC"
NAME = "NQPF Study Han SC"
OUT = ROOT / "resources" / "fonts" / "nqpf-study-han-sc.otf"
WRITTEN = (
    *("decks/*.yaml", "seeds/*.txt", "nqpf_study/**/*.py", "docs/**/*.md", "README.md"),
    *("resources/translations/*.ts", "resources/starter/zh-CN/*"),
)


def main() -> None:
    """Write the font to where the program looks for it."""
    font = next(face for face in TTCollection(sys.argv[1]).fonts if family(face) == FACE)
    options = Options()
    options.layout_features = ["ccmp", "locl"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted({ord(character) for character in kept()}))
    subsetter.subset(font)
    rename(font)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    font.save(OUT)
    print(f"{OUT.relative_to(ROOT)}: {OUT.stat().st_size:,} bytes")


def kept() -> Iterator[str]:
    """Yield every character that the font is to have."""
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF):
            yield from bytes((high, low)).decode("gb2312", "ignore")
    yield from " 　、。〈〉《》「」『』【】〔〕！（），：；？～…—·"
    for pattern in WRITTEN:
        for path in ROOT.glob(pattern):
            text = path.read_text(encoding="utf-8")
            yield from (character for character in text if character >= "⺀")


def family(font: TTFont) -> str:
    """Return a font's family."""
    return str(font["name"].getDebugName(1))


def rename(font: TTFont) -> None:
    """Name the cut font as what it is; its copyright and licence stay."""
    postscript = NAME.replace(" ", "")
    names = {1: NAME, 2: "Regular", 3: postscript, 4: NAME, 6: postscript, 16: NAME, 17: "Regular"}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 13, 14}]
    for name_id, value in names.items():
        table.setName(value, name_id, 3, 1, 0x409)
    font["CFF "].cff.fontNames = [postscript]
    font["CFF "].cff.topDictIndex[0].FullName = NAME
    font["CFF "].cff.topDictIndex[0].FamilyName = NAME


if __name__ == "__main__":
    main()
