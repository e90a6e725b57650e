from __future__ import annotations

import os
from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import DataCheckJob, DistillJob, ExportJob, Job, PredictJob, ProfileJob
from kdstudio.core.recipe import DataSpec, Recipe
from kdstudio.runs import lock, workspace
from kdstudio.runs.files import free_bytes
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace
from tests.conftest import ReadOnlyDisk, SmallDisk


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "space")


@pytest.mark.parametrize(
    "job",
    [
        DataCheckJob(),
        ProfileJob(architectures=("resnet8", "mlp")),
        DistillJob(),
        ExportJob(run="a run"),
        PredictJob(model="x.onnx", inputs=("a.png", "text with “quotes”\nand lines")),
    ],
    ids=lambda job: type(job).__name__,
)
def test_a_folder_gives_back_its_job_and_recipe(space: Workspace, job: Job) -> None:
    recipe = Recipe(name="Ünï 🦊", data=DataSpec(path="/somewhere", merge_classes={"Cat": "cat"}))
    folder = space.new(job, recipe)
    assert folder.job() == job
    assert folder.recipe() == recipe


def test_runs_started_in_one_second_get_names_of_their_own(space: Workspace) -> None:
    made = [space.new(DistillJob(), Recipe()) for _ in range(5)]
    assert len({folder.path for folder in made}) == 5
    assert {folder.path for folder in space.all_runs()} == {folder.path for folder in made}


def test_short_jobs_are_not_in_the_run_list(space: Workspace) -> None:
    space.new(DataCheckJob(), Recipe())
    assert list(space.all_runs()) == []


@pytest.mark.parametrize("name", ["x" * 300, "../../up", "con", "Ä/ö\\ü", "🦊", "new\nline", "", "a\x00b"])
def test_any_name_of_a_run_makes_a_folder(space: Workspace, name: str) -> None:
    folder = space.new(DistillJob(), Recipe(name=name))
    assert folder.path.parent == space.runs
    assert folder.recipe().name == name


def test_a_run_is_found_by_folder_name_beginning_part_or_last(space: Workspace) -> None:
    for name in ("2026-01-01-digits", "2026-01-02-digits", "2026-01-02-digits-2", "2026-02-01-icons"):
        layout_new(space.runs / name)
    assert space.find("2026-01-02-digits").path.name == "2026-01-02-digits"  # exact before part
    assert space.find("2026-01-01").path.name == "2026-01-01-digits"
    assert space.find("icons").path.name == "2026-02-01-icons"
    layout_new(space.runs / "2026-02-02-121314-icons2")
    assert space.find("icons").path.name == "2026-02-01-icons"  # its whole name before a part of another
    assert space.find("icons2").path.name == "2026-02-02-121314-icons2"
    assert space.find("last").path.name == "2026-02-02-121314-icons2"
    assert space.find(str(space.runs / "2026-02-01-icons")).path.name == "2026-02-01-icons"


def test_an_unclear_or_unknown_name_says_what_there_is(space: Workspace) -> None:
    for name in ("2026-01-01-digits", "2026-01-02-digits"):
        layout_new(space.runs / name)
    for name, message in (("digits", "2026-01-02-digits, 2026-01-01-digits"), ("cats", "There is no run “cats”")):
        with pytest.raises(KDError, match=message) as caught:
            space.find(name)
        assert caught.value.code is Code.RUN_NOT_FOUND


def test_a_deleted_run_goes_to_the_trash_and_comes_back(space: Workspace) -> None:
    name = "2026-01-01-digits"
    for marker in ("first", "second"):  # two runs of one name, as after a restore from a copy
        layout_new(space.runs / name)
        (space.runs / name / marker).touch()
        space.discard(space.find(name))
    assert list(space.all_runs()) == []
    assert (space.restore(name).path / "first").exists()
    again = space.restore(f"{name}-2")
    assert (again.path / "second").exists()
    assert len(list(space.all_runs())) == 2


def test_what_is_not_in_the_trash_cannot_be_restored(space: Workspace) -> None:
    with pytest.raises(KDError, match="The trash is empty") as caught:
        space.restore("nothing")
    assert caught.value.code is Code.RUN_NOT_FOUND


def test_a_running_run_is_not_deleted(space: Workspace) -> None:
    run = space.new(DistillJob(), Recipe())
    held = lock.hold(run)
    with pytest.raises(KDError) as caught:
        space.discard(run)
    assert caught.value.code is Code.RUN_BUSY
    held.release()
    assert not space.discard(run).is_relative_to(space.runs)


@pytest.mark.parametrize("damage", [b"kind = ", b'kind = "tea"\n', b'kind = "distill"\ncolour = 1\n', b"\xff"])
def test_a_damaged_job_file_is_named(space: Workspace, damage: bytes) -> None:
    run = space.new(DistillJob(), Recipe())
    run.job_file.write_bytes(damage)
    with pytest.raises(KDError, match=r"job\.toml") as caught:
        run.job()
    assert caught.value.code is Code.RUN_NOT_FOUND


def test_a_newer_job_is_not_half_understood(space: Workspace) -> None:
    run = space.new(DistillJob(), Recipe())
    run.job_file.write_text('kind = "distill"\nversion = 2\ncolour = "red"\n')
    with pytest.raises(KDError, match="version 2") as caught:
        run.job()
    assert caught.value.code is Code.NEWER_VERSION


def test_a_folder_that_is_no_run_is_said(tmp_path: Path) -> None:
    with pytest.raises(KDError, match="is not a run"):
        RunFolder(tmp_path).job()


def test_a_read_only_workspace_can_be_read_and_says_that_it_cannot_be_written(read_only_disk: ReadOnlyDisk) -> None:
    """D4."""
    disk = read_only_disk(lambda disk: Workspace(disk).new(DistillJob(), Recipe()))
    space = Workspace(disk)
    (run,) = space.all_runs()
    assert run.recipe() == Recipe()
    for act in (lambda: space.new(DistillJob(), Recipe()), lambda: space.discard(run)):
        with pytest.raises(KDError) as caught:
            act()
        assert caught.value.code is Code.WORKSPACE_READONLY


def test_a_full_disk_leaves_no_half_run(small_disk: SmallDisk) -> None:
    """D2."""
    disk = small_disk("256k")
    (disk / "ballast").write_bytes(b"\0" * (free_bytes(disk) - 4096))
    space = Workspace(disk)
    with pytest.raises(KDError) as caught:
        space.new(DistillJob(), Recipe())
    assert caught.value.code is Code.DISK_FULL
    assert list(space.all_runs()) == []
    assert [path for path in disk.rglob("*") if path.is_file()] == [disk / "ballast"]


def test_the_workspace_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(workspace.ENVIRONMENT, str(tmp_path / "here"))
    assert Workspace().root == tmp_path / "here"
    monkeypatch.delenv(workspace.ENVIRONMENT)
    assert Workspace().root.is_relative_to(os.environ["HOME"])


def layout_new(path: Path) -> RunFolder:
    from kdstudio.runs import layout

    path.mkdir(parents=True)
    return layout.create(path, DistillJob(), Recipe())
