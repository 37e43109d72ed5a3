"""Pictures of every screen, and what a machine finds wrong with them.

`python packaging/gallery.py OUT` draws each scene in light and dark, in English and Chinese, at
800x560, at 1100x720, and at 2560x1440 device pixels, two to each of the window's own. Nothing shows
on the screen. OUT/index.html shows all of them side by side, OUT/faults.txt lists what the checks
found; the exit code is 1 where they found something.

- `--only home,browse`: scenes whose name holds one of these words
- `--languages zh_CN`, `--looks dark`, `--sizes 800x560,2560x1440`, `--collections full,empty`
- `--sample`: each scene once, in a way that hangs on its name; this is what the tests draw
- `--scale 2`: text twice as large
- `--readme docs/pictures` writes the README's pictures too

A new screen gets a scene: a name, the collection that it starts from, and the way to it, in one of
the modules that `scenes.py` names. It needs no more to be drawn and checked in every way.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

if __name__ == "__main__":
    from drawing import main

    sys.exit(main())
