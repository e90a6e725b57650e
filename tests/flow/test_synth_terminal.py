"""From a brief to a verified INT8 file in one command of the terminal."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kdstudio.cli.exits import Exit
from kdstudio.core import recipe_file, resources
from kdstudio.core.brief import problems
from kdstudio.core.synthesis import HELD_OUT
from kdstudio.runs.task_folder import TaskFolder
from tests import author
from tests.llm_server import LLMServer

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.usefixtures("socket_enabled")


def synth(*arguments: str, code: Exit = Exit.OK, given: str = "") -> tuple[dict[str, Any], str]:
    found = subprocess.run(
        [sys.executable, "-m", "kdstudio", "synth", *arguments, "--json"],
        cwd=ROOT, input=given, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert found.returncode == code, found.stderr
    assert "Traceback" not in found.stderr
    lines = found.stdout.splitlines()
    return (json.loads(lines[-1]) if lines else {}), found.stderr


@pytest.fixture
def server() -> Iterator[LLMServer]:
    with LLMServer(answer=author.answer) as found:
        yield found


@pytest.fixture
def place(server: LLMServer, tmp_path: Path) -> TaskFolder:
    found = TaskFolder(tmp_path / "reviews")
    found.write(author.task(server.address))
    found.write_held_out(author.HELD_OUT)
    return found


def test_the_sample_is_a_task_to_begin_with(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    found, _ = synth(str(folder), "--new")
    place = TaskFolder(folder)
    assert found["task"] == str(place.task)
    assert problems(place.read().brief) == []
    assert "# " in place.task.read_text(encoding="utf-8")
    examples = place.read_held_out()
    assert len(examples) >= HELD_OUT
    assert {label for _, label in examples} == set(place.read().brief.names)
    synth(str(folder), "--new", code=Exit.INVALID)
    assert place.task.read_bytes() == resources.resolve("sample:reviews").joinpath("task.toml").read_bytes()
    synth(str(folder), "--pilot", code=Exit.INVALID)  # it names no teacher yet


def test_a_pilot_leaves_rows_to_look_at(place: TaskFolder) -> None:
    found, said = synth(str(place.task), "--pilot", "--set", "generate.pilot=4")
    assert found["report"]["kept"] == {"good": 2, "bad": 2}
    assert "kdstudio synth" in said
    with (place.path / "rows.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["state"] for row in csv.DictReader(stream)] == ["kept"] * 4
    assert place.read().generate.pilot == 10


def test_a_misspelt_setting_is_named(place: TaskFolder) -> None:
    found, _ = synth(str(place.path), "--set", "llm.temprature=1", code=Exit.INVALID)
    assert found["error"]["hint"] == "Did you mean llm.temperature?"


def test_a_teacher_that_costs_money_is_not_asked_without_a_yes(server: LLMServer, place: TaskFolder) -> None:
    task = place.read()
    place.write(msgspec.structs.replace(task, llm=msgspec.structs.replace(task.llm, price_in=1.0, price_out=2.0)))
    _, said = synth(str(place.path), code=Exit.STOPPED)
    assert "--yes" in said
    assert server.count()["requests"] <= 2  # the try that tells the price
    found, _ = synth(str(place.path), "--pilot", "--yes")
    assert found["report"]["usage"]["cost"] > 0


def test_a_key_comes_through_standard_input(place: TaskFolder) -> None:
    with LLMServer(answer=author.answer, key="sk-only-this-one") as server:
        changes = ("--set", f"llm.address={server.address}")
        found, _ = synth(str(place.path), "--pilot", "--key-stdin", *changes, given="sk-only-this-one\n")
    assert found["report"]["kept"] == {"good": 5, "bad": 5}


def test_from_a_brief_to_a_verified_file(place: TaskFolder) -> None:
    task = place.read()
    llm = msgspec.structs.replace(task.llm, licence="llama-3.1-community")
    place.write(msgspec.structs.replace(task, llm=llm))
    found, _ = synth(str(place.path), "--distil", "--set", "generate.per_class=25")
    assert found["report"]["kept"] == {"good": 25, "bad": 25}
    assert any("Llama" in note for note in found["report"]["notes"])
    recipe = recipe_file.load(Path(found["recipe"]))
    assert (recipe.teacher.kind, recipe.task) == ("predictions", "text-classification")
    export = Path(found["folder"]) / "artifacts" / "export"
    assert {"onnx/model_int8.onnx", "onnx/model_quantized.onnx"} & {
        f.relative_to(export).as_posix() for f in export.rglob("*.onnx")
    }
    lineage = json.loads((export / "lineage.json").read_text(encoding="utf-8"))
    assert lineage["teacher"]["name"] == "small"
    assert "Built with Llama" in lineage["teacher"]["caution"]
    assert (lineage["data"]["made_by"], lineage["data"]["texts"]) == ("small", "write")
    card = (export / "README.md").read_text(encoding="utf-8")
    assert "written and labelled by the language model `small`" in card
    assert "Built with Llama" in card
