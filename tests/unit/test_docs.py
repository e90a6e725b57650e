"""What the documents promise is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer

import run
from kdstudio.cli.main import app
from kdstudio.core import preflight, recipe_file

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
README = DOCUMENTS[0].read_text(encoding="utf-8")
RECIPES = sorted((ROOT / "benchmarks" / "recipes").glob("*.toml"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), target


def test_every_command_of_the_readme_exists() -> None:
    commands: Any = typer.main.get_command(app)
    found = re.findall(r"python3 run\.py ([a-z]+)", README)
    assert len(found) > 8
    assert set(found) <= set(commands.commands) | {"test", "check"}


def test_the_first_three_commands_are_those_of_run_py() -> None:
    assert re.findall(r"^python3 run\.py ([a-z]+)", README, flags=re.MULTILINE)[:3] == ["demo", "test", "app"]
    assert all(f"  {name} " in run.HELP for name in ("demo", "test", "check", "app"))


def test_the_recipe_of_the_readme_is_one() -> None:
    (text,) = re.findall(r"```toml\n(.+?)```", README, flags=re.DOTALL)
    recipe = recipe_file.loads(text)
    assert {problem.path for problem in preflight.check(recipe)} == {"data.path"}


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_recipe_that_ships_is_valid_and_opens_with_its_command(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    command = re.search(rf"kdstudio run benchmarks/recipes/{path.name}", text)
    assert command is not None
    assert command.start() < text.index("name =")
    recipe = recipe_file.load(path)
    assert {problem.path for problem in preflight.check(recipe)} <= {"teacher.path"}
