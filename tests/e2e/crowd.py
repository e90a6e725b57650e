"""Many starts of the window at once: ``python -m tests.e2e.crowd WORKSPACE COUNT``.

Every start is a process of its own that calls the window's real ``main()``; all are let go at the same moment. It says
how many ended by themselves and, in the end, which process is left with the window, and waits for that one.
"""

from __future__ import annotations

import os
import sys

from kdstudio.gui import door


def main(arguments: list[str]) -> int:
    workspace, count = arguments[0], int(arguments[1])
    gate, opener = os.pipe()
    starts = {_start(workspace, gate, opener) for _ in range(count)}
    os.close(gate)
    os.close(opener)  # now nobody holds the other end, and every one that waits at it is let go
    refused = 0
    while len(starts) > 1:
        pid, status = os.wait()
        starts.remove(pid)
        refused += status == 0
    (owner,) = starts
    sys.stdout.write(f"{refused} {owner}\n")
    sys.stdout.flush()
    os.waitpid(owner, 0)
    return 0


def _start(workspace: str, gate: int, opener: int) -> int:
    """A process that waits at the gate."""
    if (pid := os.fork()) != 0:
        return pid
    os.close(opener)
    os.read(gate, 1)
    code = 99
    try:
        code = door.main(["--workspace", workspace])
    finally:
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
