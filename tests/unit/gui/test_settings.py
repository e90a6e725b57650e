from __future__ import annotations

from pathlib import Path

from kdstudio.gui import settings
from kdstudio.gui.settings import Settings
from kdstudio.runs.workspace import Workspace


def test_settings_come_back(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "new")
    assert settings.load(workspace) == Settings()
    chosen = Settings(theme="dark", font_percent=130)
    settings.save(workspace, chosen)
    assert settings.load(workspace) == chosen


def test_a_damaged_file_means_the_defaults_and_a_newer_field_is_left_out(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    settings.path(workspace).write_text('{"theme": "da', encoding="utf-8")
    assert settings.load(workspace) == Settings()
    settings.path(workspace).write_text('{"theme": "dark", "from_the_future": 1}', encoding="utf-8")
    assert settings.load(workspace) == Settings(theme="dark")
