"""Every command, with real folders and workers that tell a story instead of training."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kdstudio.cli.exits import Exit, of
from kdstudio.cli.main import main
from kdstudio.core import recipe_file
from kdstudio.core.errors import Code
from kdstudio.core.recipe import Recipe, TeacherSpec
from kdstudio.runs import lock, record
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState
from kdstudio.runs.workspace import Workspace
from tests.conftest import Tell

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    """A recipe whose files exist, beside its data."""
    (tmp_path / "pictures").mkdir()
    text = recipe_file.dumps(Recipe(teacher=TeacherSpec(kind="train", architecture="resnet20")))
    path = tmp_path / "recipe.toml"
    path.write_text(text.replace('path = "sample:digits"', 'path = "pictures"'), encoding="utf-8")
    return path


def call(capture: Capture, *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments])
    out, err = capture.readouterr()
    return code, out, err


def result(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out.splitlines()[-1])
    return found


def the_run() -> RunFolder:
    (run,) = Workspace().all_runs()
    return run


def test_a_run_ends_with_its_table_and_its_folder(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("done")
    code, out, err = call(capsys, "run", str(recipe))
    assert code == Exit.OK
    for words in (
        "teacher",
        "98.00\u00a0%",
        "300 B",
        "keeps 98.5\u00a0% of the teacher’s accuracy at 1/30",
        "Exported and verified",
    ):
        assert words in out
    assert "Distil the student" in err
    assert the_run().recipe().data.path == str(recipe.parent / "pictures")


def test_json_is_the_last_line_and_the_only_one(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("done")
    code, out, err = call(capsys, "run", str(recipe), "--json", "--set", "plan.epochs=2")
    assert code == Exit.OK
    assert len(out.splitlines()) == 1
    found = result(out)
    assert (found["teacher_accuracy"], found["int8_bytes"], found["state"]) == (0.98, 300, "done")
    assert found["run"] == the_run().path.name
    assert "Teacher" in err or "teacher" in err
    assert the_run().recipe().plan.epochs == 2


def test_a_dry_run_starts_nothing_and_says_everything(capsys: Capture, recipe: Path) -> None:
    code, out, _ = call(capsys, "run", str(recipe), "--dry-run", "--set", "method.temperature=2.5")
    assert code == Exit.OK
    assert recipe_file.loads(out).method.params == {"temperature": 2.5}
    code, out, _ = call(capsys, "run", str(recipe), "--dry-run", "--json")
    assert result(out)["ready"] is True
    assert result(out)["recipe"]["student"]["architecture"] == "resnet8"
    assert not Workspace().runs.exists()


def test_a_recipe_with_a_problem_is_not_started(capsys: Capture, recipe: Path) -> None:
    for flag in ("--dry-run", "--json"):
        code, out, err = call(capsys, "run", str(recipe), "--json", flag, "--set", "data.path=/no/such/place")
        assert code == Exit.INVALID
        assert "/no/such/place does not exist" in err
        assert "does not exist" in json.dumps(result(out))
    assert not Workspace().runs.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("run", "no.toml"), Exit.INVALID, "There is no recipe"),
        (("run",), Exit.INVALID, "Missing argument"),
        (("fly",), Exit.INVALID, "No such command"),
        (("demo", "--set", "plan.epochs"), Exit.INVALID, "KEY=VALUE"),
        (("demo", "--set", "plan.epoch=3"), Exit.INVALID, "plan.epochs"),
        (("demo", "--set", "plan.epochs=x"), Exit.INVALID, "“x” is not a value"),
        (("resume", "nothing"), Exit.NOT_FOUND, "There is no run “nothing”"),
        (("stop", "nothing"), Exit.NOT_FOUND, "There is no run “nothing”"),
        (("watch", "last"), Exit.NOT_FOUND, "There is no run"),
        (("export", "nothing"), Exit.NOT_FOUND, "There is no run"),
        (("predict", "nothing", "x.png"), Exit.NOT_FOUND, "no model file or run"),
        (("restore", "nothing"), Exit.NOT_FOUND, "trash"),
        (("models", "--task", "poetry"), Exit.INVALID, "no task “poetry”"),
        (("data", "check", "x", "--task", "poetry"), Exit.INVALID, "no task “poetry”"),
        (("settings", "zzz"), Exit.INVALID, "No setting"),
    ],
)
def test_what_is_wrong_is_said_with_its_exit_code(
    capsys: Capture, arguments: tuple[str, ...], code: Exit, says: str
) -> None:
    found, out, err = call(capsys, *arguments)
    assert found == code
    assert says in err.replace("\n", " ")
    assert "Traceback" not in err
    assert out == ""


def test_an_error_is_json_too(capsys: Capture) -> None:
    code, out, _ = call(capsys, "resume", "nothing", "--json")
    assert code == Exit.NOT_FOUND
    assert result(out)["error"]["code"] == "run-not-found"


def test_a_worker_that_dies_is_said_with_the_way_back(capsys: Capture, tell: Tell, recipe: Path) -> None:
    """P1."""
    tell("kill")
    code, out, err = call(capsys, "run", str(recipe), "--json")
    name = the_run().path.name
    assert code == Exit.FAILED
    assert "Training stopped unexpectedly at step 40" in err
    assert "Resume from step 30." in err
    assert f"kdstudio resume {name}" in err
    assert result(out)["error"]["code"] == "worker-died"
    assert result(out)["state"] == "interrupted"
    tell("done")
    assert call(capsys, "resume", name)[0] == Exit.OK
    code, out, err = call(capsys, "resume", name, "--json")
    assert code == Exit.FAILED
    assert "there is nothing to resume" in err
    assert result(out)["error"]["code"] == Code.RUN_NOT_READY


def test_an_export_that_dies_is_started_again_and_not_resumed(
    capsys: Capture, tell: Tell, recipe: Path, tmp_path: Path
) -> None:
    tell("done")
    assert call(capsys, "run", str(recipe))[0] == Exit.OK
    tell("kill")
    code, _, err = call(capsys, "export", "last", "--to", str(tmp_path / "out"))
    assert code == Exit.FAILED
    assert "The export stopped unexpectedly" in err
    assert "kdstudio resume" not in err
    assert not list(tmp_path.glob(".out.*"))
    (job,) = Workspace().jobs.iterdir()
    code, out, err = call(capsys, "log", job.name)
    assert (code, err) == (Exit.OK, "")
    assert out.strip()


def test_commands_are_named_as_they_are_typed_here(
    capsys: Capture, tell: Tell, recipe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KDSTUDIO_COMMAND", "python3 run.py")
    tell("kill")
    _, _, err = call(capsys, "run", str(recipe))
    assert "python3 run.py resume" in err
    assert "kdstudio resume" not in err


def test_a_failure_keeps_its_words_and_its_details(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("fail")
    code, _, err = call(capsys, "run", str(recipe))
    assert code == Exit.FAILED
    assert "The disk is full. " not in err  # one line each for what happened and what to do
    assert "✗ The disk is full.\n  Free some." in err
    assert "Tb" not in err
    assert "Tb" in call(capsys, "log", "last")[1]


def test_an_engine_that_does_not_start_is_said(capsys: Capture, tell: Tell, recipe: Path) -> None:
    """P7."""
    tell("no-start")
    code, _, err = call(capsys, "run", str(recipe))
    assert code == Exit.FAILED
    assert "The training engine could not start." in err
    assert "kdstudio_heavy" in call(capsys, "log", "last")[1]


def test_a_detached_run_is_watched_stopped_and_resumed(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("hang")
    code, out, _ = call(capsys, "run", str(recipe), "--detach", "--json")
    name = result(out)["run"]
    assert code == Exit.OK
    assert lock.is_held(the_run())
    assert call(capsys, "delete", name)[0] == Exit.BUSY
    assert call(capsys, "resume", name)[0] == Exit.BUSY
    for command in ("pause", "continue", "save"):
        assert call(capsys, command, name)[0] == Exit.OK
    code, out, _ = call(capsys, "stop", name, "--json")
    assert (code, result(out)) == (Exit.OK, {"run": name, "state": "stopped"})
    code, _, err = call(capsys, "stop", name)
    assert code == Exit.FAILED
    assert "is not running" in err
    assert call(capsys, "watch", name)[0] == Exit.STOPPED
    tell("done")
    assert call(capsys, "resume", name)[0] == Exit.OK
    code, out, _ = call(capsys, "watch", name)
    assert code == Exit.OK
    assert "Exported and verified" in out


def test_a_run_can_be_stopped_for_good(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("hang")
    call(capsys, "run", str(recipe), "--detach")
    assert call(capsys, "stop", "last", "--discard")[0] == Exit.OK
    assert record.state(the_run()) is RunState.DISCARDED


def test_runs_are_listed_compared_deleted_and_restored(capsys: Capture, tell: Tell, recipe: Path) -> None:
    assert "There are no runs yet" in call(capsys, "runs")[2]
    tell("done")
    for epochs in ("2", "3"):
        call(capsys, "run", str(recipe), "--set", f"plan.epochs={epochs}")
    code, out, _ = call(capsys, "runs")
    assert (code, out.count("98.0\u00a0%")) == (Exit.OK, 2)
    found = result(call(capsys, "runs", "--json")[1])["runs"]
    assert [one["state"] for one in found] == ["done", "done"]
    names = [one["run"] for one in found]
    code, out, _ = call(capsys, "compare", *names, "--json")
    assert result(out)["settings"] == {"plan.epochs": [3, 2]}
    assert "The recipes are the same" in call(capsys, "compare", names[0], names[0])[1]
    assert call(capsys, "delete", names[0])[0] == Exit.OK
    assert len(result(call(capsys, "runs", "--json")[1])["runs"]) == 1
    assert call(capsys, "restore", names[0])[0] == Exit.OK
    assert len(result(call(capsys, "runs", "--json")[1])["runs"]) == 2


def test_runs_are_found_by_what_was_noted(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("done")
    for name in ("one", "two"):
        call(capsys, "run", str(recipe), "--set", f"name={name}")
    first = next(run.path.name for run in Workspace().all_runs() if run.path.name.endswith("one"))
    assert "Nothing is noted" in call(capsys, "note", "one")[1]
    call(capsys, "note", "one", "--tags", "paper, best,best")
    out = call(capsys, "note", "one", "--text", "with [more] data", "--json")[1]
    assert result(out) == {"run": first, "tags": ["paper", "best"], "text": "with [more] data"}
    assert "paper, best\nwith [more] data" in call(capsys, "note", "one")[1]
    for search in ("paper", "[MORE]", "one"):
        assert [found["run"] for found in result(call(capsys, "runs", search, "--json")[1])["runs"]] == [first]
    assert "No run has “nothing” in it" in call(capsys, "runs", "nothing")[2]


def test_a_queue_is_worked_off_in_order(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("done")
    assert call(capsys, "run", str(recipe), "--queue", "--set", "data.path=/no/such/place")[0] == Exit.INVALID
    names = []
    for epochs in ("2", "3", "4"):
        code, out, _ = call(capsys, "run", str(recipe), "--queue", "--json", "--set", f"plan.epochs={epochs}")
        assert code == Exit.OK
        names.append(result(out)["run"])
    assert result(call(capsys, "queue", "--json")[1]) == {"waiting": names}
    assert result(call(capsys, "queue", "--remove", names[1], "--json")[1]) == {"waiting": [names[0], names[2]]}
    code, out, err = call(capsys, "queue", "--start", "--json")
    assert (code, result(out)) == (Exit.OK, {"waiting": []})
    assert err.index(names[0]) < err.index(names[2])
    states = {run.path.name: record.state(run) for run in Workspace().all_runs()}
    assert states == {names[0]: RunState.DONE, names[1]: RunState.QUEUED, names[2]: RunState.DONE}


def test_a_queue_goes_on_after_a_failure_and_says_so(capsys: Capture, tell: Tell, recipe: Path) -> None:
    for _ in range(2):
        call(capsys, "run", str(recipe), "--queue")
    tell("fail")
    code, out, _ = call(capsys, "queue", "--start", "--json")
    assert (code, result(out)) == (Exit.FAILED, {"waiting": []})


def test_a_run_that_cannot_be_read_hides_no_other(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("done")
    for _ in range(2):
        call(capsys, "run", str(recipe))
    broken = next(Workspace().all_runs())
    broken.recipe_file.write_text("version = 99")
    code, out, err = call(capsys, "runs", "--json")
    assert code == Exit.OK
    assert len(result(out)["runs"]) == 1
    assert f"{broken.path.name} is left out" in err.replace("\n", " ")


def test_the_schema_is_the_help(capsys: Capture) -> None:
    code, out, _ = call(capsys, "run", "--help")
    assert code == Exit.OK
    for words in ("--dry-run", "plan.learning_rate", "float > 0, ≤ 10", "method.temperature", "student.architecture"):
        assert words in out
    assert "method.temperature" in call(capsys, "settings", "temperature")[1]
    assert "plan.epochs" not in call(capsys, "settings", "temperature")[1]
    found = result(call(capsys, "settings", "--json")[1])["settings"]
    assert {"address", "type", "default", "help", "minimum"} <= set(found[0])


def test_models_and_methods_are_listed(capsys: Capture) -> None:
    assert "resnet8 " in call(capsys, "models")[1]
    assert "resnet8 " not in call(capsys, "models", "--task", "text-classification")[1]
    assert "1503.02531" in call(capsys, "methods")[1]
    assert result(call(capsys, "methods", "--json")[1])["methods"]


def test_every_exit_code_is_documented(capsys: Capture) -> None:
    out = " ".join(call(capsys, "--help")[1].split())
    for code in Exit:
        assert f"{code.value} {code.meaning}" in out
    assert {of(code) for code in Code} <= set(Exit)
    assert of("a code of a later version") is Exit.FAILED


def test_the_workspace_can_be_chosen(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KDSTUDIO_WORKSPACE", "to be replaced")
    assert call(capsys, "--workspace", str(tmp_path / "w"), "runs")[0] == Exit.OK
    assert Workspace().root == tmp_path / "w"


def test_names_are_never_taken_for_markup(capsys: Capture, tell: Tell, recipe: Path) -> None:
    tell("done")
    assert call(capsys, "run", str(recipe), "--set", "name=[/bold]")[0] == Exit.OK
    code, _, err = call(capsys, "run", str(recipe), "--set", "plan.epochs=[/bold]")
    assert code == Exit.INVALID
    assert "“[/bold]”" in err
    assert "“[/bold]”" in call(capsys, "watch", "[/bold]")[2]


def test_an_unforeseen_error_is_one_sentence(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Workspace) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(Workspace, "all_runs", broken)
    code, _, err = call(capsys, "runs")
    assert code == Exit.FAILED
    assert "Something unexpected happened: ZeroDivisionError: by zero" in err
    assert "Traceback" not in err
    monkeypatch.setenv("KDSTUDIO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["runs"])
