"""Files that the system opens with the program, as macOS does."""

from __future__ import annotations

import json
import subprocess
import sys

CODE = """
import json
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from nqpf_study.ui.application import Application

application = Application(["NQPF Study"])
heard = []
application.asked.connect(heard.append)

def open_(event):
    return QCoreApplication.sendEvent(application, event)

taken = [open_(QFileOpenEvent("/a/sea.nqpf.zip")), open_(QFileOpenEvent("/a/lake.nqpf.yaml"))]
early = application.listened_to()
taken.append(open_(QFileOpenEvent("/a/pond.yaml")))
web = open_(QFileOpenEvent(QUrl("https://example.org/a.yaml")))
print(json.dumps([early, [request.files for request in heard], taken, web]))
"""


def test_files_that_come_before_the_window_wait_and_later_ones_are_told_at_once() -> None:
    """There is one application in a process: so it is another one."""
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    early, heard, taken, web = json.loads(done.stdout)
    assert early == ["/a/sea.nqpf.zip", "/a/lake.nqpf.yaml"]
    assert heard == [["/a/pond.yaml"]]
    assert taken == [True, True, True]
    assert not web
