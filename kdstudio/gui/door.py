"""The way in: a start opens the window of its workspace, or knocks at the one that is open. Qt is loaded behind it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kdstudio.gui import single
from kdstudio.gui.page_table import PAGES
from kdstudio.runs.workspace import ENVIRONMENT, Workspace


def main(argv: Sequence[str] = ()) -> int:
    """Open the window and return the exit code once it is closed; at once where it is open already."""
    options = _options(argv)
    if problem := _no_display():
        return _tell(problem)
    if options.workspace is not None:
        os.environ[ENVIRONMENT] = str(options.workspace.resolve())  # workers find the caches by it
    workspace = Workspace()
    owner = single.take(workspace)
    if owner is None:
        single.wish_to_see(workspace)
        sys.stderr.write("KD Studio is open already with this workspace; its window comes to the front.\n")
        return 0
    try:
        try:
            from kdstudio.gui.app import open_window
        except ImportError as error:
            library, missing, _ = str(error).partition(": cannot open shared object file")
            if not missing:
                raise
            return _tell(
                f"The window needs {library}, which this system does not have. Install the package that holds it; "
                "“python3 run.py app” names those of Debian."
            )
        return open_window(workspace, page=options.page, look=options.theme)
    finally:
        owner.release()


def _no_display() -> str:
    """What is to be said where no window can open, which Qt itself would end with a crash."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if not sys.platform.startswith("linux") or any(map(os.environ.get, named)):
        return ""
    return "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."


def _tell(problem: str) -> int:
    command = os.environ.get("KDSTUDIO_COMMAND", "kdstudio")
    sys.stderr.write(
        f"{problem} All that the window does can be done in a terminal too: “{command} --help” lists it.\n"
    )
    return 1


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kdstudio app", description="Open the window.")
    parser.add_argument("--workspace", type=Path, help="folder of runs, caches and settings")
    parser.add_argument("--page", choices=list(PAGES), help="page to begin with; where you were, or home")
    parser.add_argument("--theme", choices=["auto", "light", "dark"], help="look of this session")
    return parser.parse_args(list(argv))
