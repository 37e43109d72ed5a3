"""Pictures of every screen, in light and dark, small and large: `python packaging/gallery.py OUT`.

Nothing shows on the screen. `--only home` draws the scenes whose name holds that word;
`--scale 2` sets text twice as large; `--language zh_CN` draws them in Chinese;
`--readme docs/pictures` writes the README's pictures too.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from stage import main

if __name__ == "__main__":
    sys.exit(main())
