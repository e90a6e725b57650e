"""The samples for platforms that are not here: compiled as far as a compiler can be had, otherwise parsed.

- **Kotlin**: ``Classifier.kt`` and ``Tokenizer.kt`` by the Kotlin compiler against the classes of ONNX Runtime for
  Android; the activity and the build files, which need Android’s own classes, by a parser.
- **C#**: by Mono’s compiler (C# 7.3) against declarations that are compared with the sources of ONNX Runtime’s library.
- **Tokenizers** of both are run, too: ``test_tokenizers.py``.
- **Swift**: by a parser alone; no registry here has a Swift compiler.
"""

from __future__ import annotations

import importlib
import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kdstudio.core import samples
from tests.deploy.tools import ONNXRUNTIME, program, run, unpacked

STUBS = Path(__file__).parent / "stubs"
DEPLOY = samples.folder()
PARSED = sorted(path for kind in ("*.kt", "*.kts", "*.swift") for path in DEPLOY.rglob(kind))


def test_kotlin_compiles_against_onnx_runtime_for_android(kotlin_classes: Path) -> None:
    with zipfile.ZipFile(kotlin_classes) as made:
        names = made.namelist()
    for package in ("pictures", "classify"):
        assert f"org/example/{package}/Classifier.class" in names


@pytest.mark.parametrize("name", ["csharp", "csharp-texts"])
def test_csharp_compiles(name: str, tmp_path: Path) -> None:
    compiler = program("mcs")
    sources = sorted((DEPLOY / name).glob("*.cs"))
    out = tmp_path / "classify.exe"
    run(compiler, "-warnaserror", f"-out:{out}", *sources, *STUBS.glob("*.cs"))
    assert out.stat().st_size > 0


def test_what_csharp_is_compiled_against_is_what_onnx_runtime_has() -> None:
    real = "\n".join(path.read_text(encoding="utf-8-sig") for path in unpacked(ONNXRUNTIME / "csharp").rglob("*.cs"))
    real = re.sub(r"\s+", " ", real)
    declared = re.findall(
        r"^\s+public (?!class|void Dispose)(.+?)(?: \{.*)?$", (STUBS / "OnnxRuntime.cs").read_text(), re.M
    )
    assert len(declared) >= 9
    for line in declared:
        wanted = line.replace("Tensors.Tensor", "Tensor").partition(" :")[0].removesuffix(")")
        wanted = wanted.replace("T[] memory, int[] dimensions", "Memory<T> memory, ReadOnlySpan<int> dimensions")
        assert wanted in real, wanted


def errors(path: Path) -> Iterator[str]:
    """Places that the language’s grammar does not take."""
    tree_sitter: Any = pytest.importorskip("tree_sitter")
    name = "tree_sitter_swift" if path.suffix == ".swift" else "tree_sitter_kotlin"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # one of the grammars hands its language over as a number
        language = tree_sitter.Language(importlib.import_module(name).language())
    waiting = [tree_sitter.Parser(language).parse(path.read_bytes()).root_node]
    while waiting:
        node = waiting.pop()
        waiting += node.children
        if node.type == "ERROR" or node.is_missing:
            yield f"{path.name}:{node.start_point[0] + 1}: {node.text.decode()[:60]}"


@pytest.mark.parametrize("path", PARSED, ids=lambda path: str(path.relative_to(DEPLOY)))
def test_every_kotlin_and_swift_file_is_of_its_language(path: Path, tmp_path: Path) -> None:
    assert not list(errors(path))
    broken = tmp_path / path.name
    text = path.read_text(encoding="utf-8")
    broken.write_text(text.rstrip()[:-1], encoding="utf-8")
    assert list(errors(broken)), "the parser sees a bracket that is not closed"


@pytest.mark.parametrize(
    "path", sorted([*DEPLOY.rglob("*.xml"), *DEPLOY.rglob("*.csproj")]), ids=lambda path: path.name
)
def test_every_xml_file_is_well_formed(path: Path) -> None:
    assert len(ElementTree.parse(path).getroot())
