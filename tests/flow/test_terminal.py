"""The main job from the terminal, in processes of its own, watched by a second client."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.kills import to_end, weights
from kdstudio.cli.exits import Exit
from kdstudio.client import session as sessions
from kdstudio.client.launch import ENGINE_PYTHON
from kdstudio.core.health import Health
from kdstudio.runs import record
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from tests.flow.conftest import Reference, Until

ROOT = Path(__file__).resolve().parents[2]


def kdstudio(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kdstudio", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def result(process: subprocess.Popen[str], code: Exit = Exit.OK) -> dict[str, Any]:
    out, err = process.communicate(timeout=200)
    assert process.returncode == code, err
    assert "Traceback" not in err
    found: dict[str, Any] = json.loads(out.splitlines()[-1])
    return found


def wait_for_run(process: subprocess.Popen[str]) -> sessions.Session:
    """Attach to the run that a terminal starts, as the window does."""
    while True:
        assert process.poll() is None, process.communicate()[1]
        for folder in Workspace().all_runs():
            if record.state(folder) is not RunState.QUEUED:
                return sessions.attach(folder)


def test_from_pictures_to_a_verified_file(reference: Reference) -> None:
    process = kdstudio("run", str(reference.recipe_file), "--json", "--set", "runtime.control=true")
    watcher = to_end(wait_for_run(process))
    found = result(process)
    assert watcher.view.state is RunState.DONE
    assert found["run"] == watcher.folder.path.name
    assert min(found[f"{name}_accuracy"] for name in ("teacher", "control", "student")) > 0.5
    assert found["gain_points"] == pytest.approx(100 * (found["student_accuracy"] - found["control_accuracy"]))
    assert found["fp32_bytes"] > 1000
    assert found["fp32_latency_ms"] > 0
    model = Path(found["export_dir"]) / "onnx" / "model.onnx"
    assert model.stat().st_size > 1000
    assert weights(watcher.folder) == reference.weights  # the control run changes nothing about the student

    pictures = Path(reference.recipe.data.path)
    one = str(pictures / "down" / "3.png")
    answers = result(kdstudio("predict", found["run"], one, str(pictures / "across" / "5.png"), "--json"))
    assert [item["label"] for item in answers["items"]] == ["down", "across"]
    assert result(kdstudio("predict", str(model), one, "--json"))["items"][0]["label"] == "down"
    compared = result(kdstudio("predict", found["run"], one, "--compare", "--json"))["answers"]
    assert {"teacher", "fp32"} <= set(compared)
    assert {answers["items"][0]["label"] for answers in compared.values()} == {"down"}
    assert not list((Workspace().root / "jobs").iterdir())  # answers are not kept
    wrong = result(kdstudio("predict", str(model), one, str(reference.recipe_file), "--json"), Exit.FAILED)
    assert wrong["items"][0]["label"] == "down"
    assert "recipe.toml" in wrong["items"][1]["problem"]


def test_data_is_checked(reference: Reference, tmp_path: Path) -> None:
    found = result(kdstudio("data", "check", reference.recipe.data.path, "--json"))
    assert found["examples"] == 240
    assert {one["name"] for one in found["classes"]} == {"across", "down", "checked"}
    nothing = result(kdstudio("data", "check", str(tmp_path / "nowhere"), "--json"), Exit.NOT_FOUND)
    assert nothing["error"]["code"] == "data-not-found"
    assert set(found) == set(Health.__struct_fields__)


def test_a_later_export_reports_like_the_first(reference: Reference, tmp_path: Path) -> None:
    target = tmp_path / "delivery"
    found = result(kdstudio("export", str(reference.folder.path), "--to", str(target), "--json"))
    first = record.report(reference.folder)
    assert first is not None
    student = first.row("student")
    assert student is not None
    assert found["export_dir"] == str(target)
    assert (target / "onnx" / "model.onnx").exists()
    assert found["student_accuracy"] == student.accuracy
    assert found["fp32_accuracy"] == pytest.approx(student.accuracy)


def test_stop_from_another_terminal_then_resume(reference: Reference, until: Until) -> None:
    process = kdstudio("run", str(reference.recipe_file), "--json")
    watcher = wait_for_run(process)
    until(watcher, lambda: bool(watcher.view.checkpoint and watcher.view.checkpoint.role == "student"))
    stopped = result(kdstudio("stop", "last", "--json"))
    assert stopped["state"] == "stopped"
    assert result(process, Exit.STOPPED)["state"] == "stopped"
    step = watcher.view.step
    done = result(kdstudio("resume", stopped["run"], "--json"))
    assert done["state"] == "done"
    assert weights(watcher.folder) == reference.weights
    view = to_end(sessions.attach(watcher.folder)).view
    steps = view.series["student/train/loss"].steps.tolist()
    assert steps == sorted(set(steps))  # the charts of both sessions are one
    assert steps[-1] > step


def test_a_python_without_the_engine_is_said_in_words(reference: Reference) -> None:
    """P7: the base interpreter of this environment has none of our packages."""
    bare = Path(getattr(sys, "_base_executable", sys.executable)).resolve()
    isolated = subprocess.run([bare, "-I", "-c", "import torch"], capture_output=True, check=False)
    if isolated.returncode == 0:
        pytest.skip("the base interpreter has torch itself")
    found = result(kdstudio("run", str(reference.recipe_file), "--json", **{ENGINE_PYTHON: str(bare)}), Exit.FAILED)
    assert found["error"]["code"] == "engine-unavailable"


def test_a_broken_torch_is_said_in_words(reference: Reference, tmp_path: Path) -> None:
    """P7: torch is there and does not load."""
    broken = tmp_path / "site" / "torch"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text('raise ImportError("libtorch_cpu.so: cannot open shared object file")\n')
    found = result(kdstudio("run", str(reference.recipe_file), "--json", PYTHONPATH=str(broken.parent)), Exit.FAILED)
    assert found["error"]["code"] == "engine-unavailable"
    assert "libtorch_cpu.so" in found["error"]["message"]
    assert result(kdstudio("runs", "--json"))["runs"][0]["state"] == "failed"
