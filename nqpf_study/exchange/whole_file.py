"""Files that are written where the user wants them: whole, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from nqpf_study.domain.errors import StudyError
from nqpf_study.domain.phrase import phrase


def write_whole(out: Path, content: bytes) -> None:
    """Write a file.

    Raises StudyError for a place that cannot be written to; what was there before is still there
    then.
    """
    try:
        handle, part = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if out.exists():
                shutil.copymode(out, part)  # a file that others may read stays so
            Path(part).replace(out)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StudyError(
            phrase("{out} could not be written: {strerror}.", out=out, strerror=error.strerror),
            mend="Choose another place.",
        ) from error
