"""What the engine says to a person, collected from its code: every sentence, with {0}, {1} … for its values.

The engine writes plain English into its files; the window says it in its own language by finding the sentence again
(see ``kdstudio/gui/spoken.py`` and docs/adr/0014). ``python packaging/translations.py`` writes the list to
``resources/sentences.json``; a test fails when it is stale.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SPEAKERS = ("core", "protocol", "runs", "client", "engine", "export", "synthesis", "worker")
FILES_ONLY = (
    *(f"kdstudio/export/{name}.py" for name in ("card", "contents", "example", "preparation")),
    "kdstudio/synthesis/prompts.py",
)
"""Modules whose sentences go into an export’s files, or to a teacher LLM, and never into a window."""
UNITS = ("image", "text")
"""What ``{unit}`` stands for in the sentences of the data check."""

_SPOKEN = re.compile(r"[A-Za-z“{][^\n]* [^\n]*[.:!?…]$")


def collect() -> list[str]:
    """All sentences, in order."""
    found: set[str] = set()
    for layer in SPEAKERS:
        for path in sorted((ROOT / "kdstudio" / layer).rglob("*.py")):
            if path.relative_to(ROOT).as_posix() not in FILES_ONLY:
                found.update(_spoken(ast.parse(path.read_text(encoding="utf-8"))))
    return sorted(found)


def _spoken(module: ast.Module) -> Iterator[str]:
    silent = _documentation(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield from _words(node)
            if getattr(node.func, "id", "") == "phrase" and isinstance(node.args[0], ast.JoinedStr | ast.Constant):
                yield from _templates(node.args[0])
        if node in silent or not isinstance(node, ast.JoinedStr | ast.Constant):
            continue
        for text in _templates(node):
            letters = re.sub(r"\{\d+\}|[^A-Za-z]", "", text)
            if _SPOKEN.fullmatch(text) and len(letters) >= 8:
                yield text


def _words(call: ast.Call) -> Iterator[str]:
    """Titles of phases, and the units in which progress is told."""
    if getattr(call.func, "id", "") == "Phase":
        told = call.args[1:]
    elif getattr(call.func, "attr", "") == "progress":
        told = [*call.args[2:3], *(keyword.value for keyword in call.keywords if keyword.arg == "unit")]
    else:
        return
    yield from (arg.value for arg in told if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def _documentation(module: ast.Module) -> set[ast.AST]:
    """Docstrings, the words below constants, parts of f-strings, and the descriptions of settings (another context)."""
    silent: set[ast.AST] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            silent.update(part for value in node.values for part in ast.walk(value))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "param":
            silent.update(part for part in ast.walk(node) if part is not node)
    return silent


def _templates(node: ast.JoinedStr | ast.Constant) -> list[str]:
    """A literal as it is; an f-string once for each word that its unit may be."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and "{" not in node.value else []
    names = [ast.unparse(value.value) for value in node.values if isinstance(value, ast.FormattedValue)]
    units = UNITS if any(name.split(".")[-1] == "unit" for name in names) else ("",)
    return [_template(node, unit) for unit in units]


def _template(node: ast.JoinedStr, unit: str) -> str:
    text, number = "", 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            text += str(value.value)
        elif isinstance(value, ast.FormattedValue) and ast.unparse(value.value).split(".")[-1] == "unit":
            text += unit
        else:
            text += f"{{{number}}}"
            number += 1
    return text
