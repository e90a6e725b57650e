"""The one place that writes to the terminal.

Results go to standard output, progress and messages to standard error. With ``--json`` everything meant for
eyes goes to standard error, and standard output carries one JSON object on its last line.
"""

from __future__ import annotations

import os
import re
import sys
from typing import Any

import msgspec
from rich.console import Console, RenderableType
from rich.text import Text

from kdstudio.core.errors import KDError

_COMMAND = re.compile(r"\bkdstudio ([a-z]+)")


class Output:
    """Where a command writes to; made once by each command from its ``--json`` flag."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json
        self.err = Console(stderr=True, highlight=False)
        self.out = self.err if json else Console(highlight=False)

    def show(self, renderable: RenderableType) -> None:
        """Write a result for eyes."""
        self.out.print(renderable, crop=False)

    def raw(self, text: str) -> None:
        """Write a result exactly as it is, without wrapping or colour."""
        stream = sys.stderr if self.json else sys.stdout
        stream.write(text if text.endswith("\n") else text + "\n")

    def say(self, message: str, *, style: str = "") -> None:
        """Write a message; its text is never taken for markup."""
        self.err.print(Text(spoken(message), style=style))

    def error(self, message: str, hint: str = "") -> None:
        """Write what went wrong and what to do next."""
        self.err.print(Text.assemble(("✗ ", "bold red"), (spoken(message), "bold")))
        if hint:
            self.err.print(Text(f"  {spoken(hint)}"))

    def result(self, value: object) -> None:
        """End with ``value`` as one JSON object, where that was asked for."""
        if self.json:
            sys.stderr.flush()
            sys.stdout.write(msgspec.json.encode(value).decode() + "\n")
            sys.stdout.flush()


def spoken(text: str) -> str:
    """A message with its commands as they are typed here: ``run.py`` has no ``kdstudio`` on the path."""
    typed = os.environ.get("KDSTUDIO_COMMAND")
    return _COMMAND.sub(lambda found: f"{typed} {found[1]}", text) if typed else text


def failure(error: KDError) -> dict[str, Any]:
    """An error as the JSON object of a command that failed."""
    return {"error": {"code": str(error.code), "message": error.message, "hint": error.hint}}
