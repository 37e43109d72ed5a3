"""What a machine can see of a screen: run over every picture of the gallery, and in tests.

Each module looks for one sort of fault in a window that shows, and yields what it finds.
`looked_over` asks them all. A screen that a check is wrong about is mended or, where it is meant
so, named with its reason in the check's own list of what is let be.
"""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from checks.contrast import faint
from checks.fault import Fault
from checks.fitting import cut_off
from checks.focus import unseen_focus
from checks.glyphs import boxes
from checks.hitting import small
from checks.placing import misplaced
from checks.telling import out_of_turn, untold

__all__ = ["Fault", "looked_over", "unseen_focus"]


def looked_over(window: QWidget, picture: QImage) -> list[Fault]:
    """Return every fault of a window that shows, `picture` being its picture.

    `unseen_focus` is asked apart from these: it takes the focus away.
    """
    return [
        *cut_off(window),
        *misplaced(window),
        *small(window),
        *boxes(window),
        *faint(window, picture),
        *untold(window),
        *out_of_turn(window),
    ]
