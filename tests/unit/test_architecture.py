"""The rules of the code that no linter knows."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kdstudio.core.errors import Code

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kdstudio"
MODULES = sorted(PACKAGE.rglob("*.py"))
LIGHT = ("core", "protocol", "runs", "client", "cli", "gui")
HEAVY = {
    *("torch", "transformers", "accelerate", "safetensors", "onnx", "onnxscript", "onnxruntime", "timm"),
    *("pyarrow", "sklearn", "scipy", "PIL", "tensorboardX", "pandas"),
    *("openai", "xllamacpp"),
}
REASON = "Long because"
LINES, FUNCTION_LINES = 400, 50


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_long_module_or_function_says_why(path: Path) -> None:
    module = tree(path)
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= LINES or REASON in (ast.get_docstring(module) or ""), f"{length} lines"
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node) or ""
            length = (node.end_lineno or 0) - node.lineno + 1 - len(docstring.splitlines())
            assert length <= FUNCTION_LINES or REASON in docstring, f"{node.name} has {length} lines"


def calls(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_dangerous_is_called(path: Path) -> None:
    module = tree(path)
    found = set(calls(module))
    assert not found & {"eval", "exec", "print", "os.system", "compile", "__import__"}
    assert not any(name.endswith(".terminate") for name in found if path.is_relative_to(PACKAGE / "gui"))
    imported = {
        alias.name.partition(".")[0]
        for node in ast.walk(module)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    imported |= {(node.module or "").partition(".")[0] for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}
    assert not imported & {"pickle", "shelve", "marshal", "dill", "cloudpickle", "joblib"}
    keywords = {keyword.arg for node in ast.walk(module) if isinstance(node, ast.Call) for keyword in node.keywords}
    assert "trust_remote_code" not in keywords
    assert "torch.save" not in found
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "torch.load":
            assert "weights_only=True" in ast.unparse(node)


ALONE = """
import importlib, pkgutil, sys
package = importlib.import_module("kdstudio." + sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
sys.stdout.write(" ".join({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize("name", LIGHT)
def test_the_light_stack_loads_nothing_heavy(name: str) -> None:
    """Every module of a package, in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", ALONE, name], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert not loaded & HEAVY
    assert name == "gui" or "PySide6" not in loaded


@pytest.mark.parametrize("name", ["engine", "export", "synthesis", "worker"])
def test_the_heavy_stack_loads_no_window(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ALONE, name], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not set(done.stdout.split()) & {"PySide6", "pyqtgraph"}


def tracked() -> list[Path]:
    """The files of the repository: those git knows, or all where this is no clone."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this is no git clone")
    return [ROOT / name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


# written in pieces, so that this file does not find itself
MACHINE = [
    rf"(?<![\w.<*}}\])/])/{name}/" for name in ("work", "root", "home/[a-z]", "Users/[a-zA-Z]", "opt/py", "mnt/")
]
HOSTS = [
    part + end
    for part, end in (
        ("pypi", r"\.org"), ("pythonhosted", r"\.org"), ("npmjs", r"\.(org|com)"), ("download.pytorch", r"\.org"),
        ("deb.debian", r"\.org"), ("archive.ubuntu", r"\.com"), ("index-", r"url"), ("conda.", r"anaconda"),
    )
]  # fmt: skip


def test_no_file_names_this_machine_or_a_registry() -> None:
    pattern = re.compile("|".join(MACHINE + HOSTS))
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if path.suffix == ".svg":
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if match := pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {match[0]}")
    assert found == []


def test_every_error_is_explained_and_nothing_else() -> None:
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| `([a-z0-9-]+)` \| (.+?) \| (.+?) \|$", text, flags=re.MULTILINE)
    assert [code for code, _, _ in explained] == [str(code) for code in Code]
    for code, meaning, remedy in explained:
        assert meaning.endswith("."), code
        assert remedy.endswith("."), code


def test_every_error_is_provoked_by_a_test() -> None:
    tests = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "tests").rglob("*.py")
        if path != Path(__file__) and path.name != "scripted_worker.py"
    )
    missing = [code.name for code in Code if f"Code.{code.name}" not in tests and f'"{code}"' not in tests]
    assert missing == []


def test_every_error_is_raised_somewhere() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in MODULES if path.name != "errors.py")
    assert [code.name for code in Code if f"Code.{code.name}" not in source] == []
