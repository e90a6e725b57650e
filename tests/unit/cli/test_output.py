"""What is written can be read and copied, whatever the width of the terminal."""

from __future__ import annotations

import pytest

from kdstudio.cli import tables
from kdstudio.cli.output import Output
from kdstudio.core.metrics import Report


def test_the_path_of_the_export_is_never_cut(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    path = "/a/" + "long/" * 30 + "export"
    Output().show(tables.results(Report(rows=(), evaluations={}, export_dir=path)))
    assert f"Exported and verified: {path}\n" in capsys.readouterr().out
