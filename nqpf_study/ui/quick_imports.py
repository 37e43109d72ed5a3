"""Imports after Qt's: why PySide is kept from reading the source of all that is imported."""

from __future__ import annotations

import sys


def spare_source_reading() -> None:
    """Have PySide take it that no module uses its `__feature__` switch, as none of ours does.

    To know, it looks for its own name in the source of every module that is imported after it, and
    Python keeps what was read: with SQLAlchemy's that is a third of the time of a start's imports,
    and 15 MiB. Where a later PySide is made otherwise, nothing is changed.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_feature  # type: ignore[union-attr]  # noqa: SLF001 - there is no public way


def _uses_no_feature(_module: object) -> bool:
    return False
