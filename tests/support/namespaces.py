"""Programs in a namespace of their own: without a network, or with disks that nobody else sees."""

from __future__ import annotations

import functools
import shutil
import subprocess


@functools.cache
def works(*command: str) -> bool:
    """Whether this machine runs `command`."""
    return bool(shutil.which(command[0])) and subprocess.run(command, capture_output=True, check=False).returncode == 0


def apart(what: str) -> list[str]:
    """The words before a command that give it a namespace of its own; `what` is an option of unshare."""
    anybody = ["unshare", "--map-root-user", what]
    root = ["unshare", what]  # nobody may map users within a chroot, but root need not
    return root if not works(*anybody, "true") and works(*root, "true") else anybody
