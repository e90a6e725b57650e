"""Each action of the window has its terminal command, and both exist."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from kdstudio.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "actions.md").read_text(encoding="utf-8")
LINES = re.findall(r"^\| (.+?) \| `(.+?)` \| `(.+?)` \|$", TABLE, flags=re.MULTILINE)
WITHOUT_WINDOW = {"app", "catalog", "methods"}  # opens it; for developers; part of Customise


def command_of(words: list[str]) -> Any:
    """The command that words name; what is left of them are its options."""
    found: Any = typer.main.get_command(app)
    while words and words[0] in getattr(found, "commands", {}):
        found = found.commands[words.pop(0)]
    return found


@pytest.mark.parametrize(("action", "place", "command"), LINES, ids=[line[0] for line in LINES])
def test_both_sides_of_an_action_exist(action: str, place: str, command: str) -> None:
    module, _, path = place.partition(":")
    found: Any = importlib.import_module(module)
    for name in path.split("."):
        found = getattr(found, name)
    program, *words = command.split()
    assert program == "kdstudio"
    named = command_of(words)
    assert not hasattr(named, "commands"), f"{command} is only a group"
    options = {option for parameter in named.params for option in parameter.opts}
    assert set(words) <= options


def test_every_command_is_in_the_table() -> None:
    group: Any = typer.main.get_command(app)
    known = {line[2].split()[1] for line in LINES}
    assert set(group.commands) - known == WITHOUT_WINDOW
