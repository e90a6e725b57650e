"""Choose window, terminal or worker before importing any of them."""

from __future__ import annotations

import os
import sys
from multiprocessing import freeze_support


def main() -> int:
    """Run KD Studio; returns the exit code."""
    freeze_support()
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    arguments = sys.argv[1:]
    if arguments[:1] == ["worker"]:
        from kdstudio.worker.main import main as worker

        return worker(arguments[1:])
    if arguments[:1] == ["app"] or (not arguments and getattr(sys, "frozen", False)):
        from kdstudio.gui.door import main as window

        return window(arguments[1:])
    from kdstudio.cli.main import main as terminal

    return terminal(arguments)


if __name__ == "__main__":
    sys.exit(main())
