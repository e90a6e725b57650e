"""A model by its name on the hub: looked at, fetched, broken off, refused. The hub is a process on this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kdstudio.cli import exits
from kdstudio.cli.exits import Exit
from kdstudio.client import session as sessions
from kdstudio.core.errors import Code
from kdstudio.core.hub import SOURCE
from kdstudio.core.inputs import ImageInput
from kdstudio.core.job import HubJob
from kdstudio.core.recipe import Recipe, TeacherSpec
from kdstudio.engine.models import huggingface
from kdstudio.export import lineage
from kdstudio.protocol.commands import Stop
from kdstudio.runs.workspace import Workspace
from tests.flow.conftest import Until
from tests.flow.test_terminal import kdstudio, result

RGB = ImageInput(size=32, channels=3, mean=(0.5,) * 3, std=(0.5,) * 3)


def test_a_model_is_fetched_by_its_name_and_becomes_a_teacher(hub: dict[str, str]) -> None:
    page = f"{hub['HF_ENDPOINT']}/maker/tiny-resnet"
    asked = kdstudio("fetch", page, **hub)
    told = asked.communicate(timeout=100)
    assert asked.returncode == Exit.STOPPED
    assert "model.safetensors" in told[0]
    assert "apache-2.0" in told[0]
    assert "--yes" in told[1]
    assert "modeling_tiny.py" not in told[0]
    assert not Workspace().models.exists()

    found = result(kdstudio("fetch", "maker/tiny-resnet", "--yes", "--json", **hub))
    folder = Path(found["folder"])
    assert folder.parent == Workspace().models
    assert sorted(path.name for path in folder.iterdir()) == [
        "README.md",
        "config.json",
        "model.safetensors",
        SOURCE,
    ]
    assert json.loads((folder / SOURCE).read_text())["commit"] == found["commit"]
    assert huggingface.load(folder, RGB).fresh == ()
    origin = lineage.teacher(TeacherSpec(kind="checkpoint", path=str(folder)))
    assert (origin["name"], origin["licence"]) == ("maker/tiny-resnet", "apache-2.0")
    assert origin["source"].endswith(f"/maker/tiny-resnet/tree/{found['commit']}")
    assert result(kdstudio("fetch", "maker/tiny-resnet", "--yes", "--json", **hub)) == found


@pytest.mark.parametrize(
    ("name", "environment", "code", "says"),
    [
        ("maker/nothing", {}, Code.MODEL_NOT_FOUND, "no model “maker/nothing”"),
        ("../etc", {}, Code.MODEL_NOT_FOUND, "not the name of a model"),
        ("maker/words", {}, Code.MODEL_FORMAT, "holds no network"),
        ("gated/tiny-resnet", {}, Code.MODEL_NOT_FOUND, "terms are accepted"),
        ("wrong/tiny-resnet", {}, Code.MODEL_DAMAGED, "did not arrive as the hub has it"),
        ("maker/tiny-resnet", {"HF_ENDPOINT": "http://127.0.0.1:9"}, Code.HUB_UNREACHABLE, "could not be asked"),
        ("maker/tiny-resnet", {"HF_HUB_OFFLINE": "1"}, Code.HUB_UNREACHABLE, "HF_HUB_OFFLINE forbids"),
    ],
)
def test_what_cannot_be_fetched_is_said(
    hub: dict[str, str], name: str, environment: dict[str, str], code: Code, says: str
) -> None:
    told = result(kdstudio("fetch", name, "--yes", "--json", **{**hub, **environment}), exits.of(code))["error"]
    assert told["code"] == code
    assert says in told["message"]
    assert told["hint"]
    assert not list(Workspace().models.glob("[!.]*"))


def test_a_broken_connection_is_gone_on_with(hub: dict[str, str]) -> None:
    folder = Path(result(kdstudio("fetch", "cut/tiny-resnet", "--yes", "--json", **hub))["folder"])
    assert huggingface.load(folder, RGB).fresh == ()


def test_a_download_can_be_cancelled_and_gone_on_with(
    hub: dict[str, str], until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in hub.items():
        monkeypatch.setenv(name, value)
    session = sessions.start(Workspace(), HubJob(model="slow/tiny-resnet", fetch=True), Recipe(name="hub"))
    until(session, lambda: "fetch" in session.view.progress)
    session.send(Stop(keep=False))
    while not session.view.ended:
        session.poll()
    assert session.view.finish is not None
    assert session.view.finish.outcome == "discarded"
    (kept,) = Workspace().models.iterdir()
    assert kept.name.endswith(".partial")
    again = result(kdstudio("fetch", "slow/tiny-resnet", "--yes", "--json", **hub))
    assert [path.name for path in Workspace().models.iterdir()] == [Path(again["folder"]).name]
