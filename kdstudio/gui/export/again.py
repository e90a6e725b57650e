"""Exporting the student once more: to another place, or with other settings."""

from __future__ import annotations

import shlex

import msgspec
from PySide6.QtCore import Signal

from kdstudio.core.job import ExportJob
from kdstudio.core.params import Value, specs
from kdstudio.core.recipe import ExportSpec, Recipe
from kdstudio.gui.job_bar import JobBar
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.path_field import PathField
from kdstudio.gui.widgets.spec_row import SpecRow, as_text
from kdstudio.gui.widgets.text import label
from kdstudio.runs.layout import RunFolder

_OFFERED = ("target", "int8", "calibration", "calibration_examples", "tolerance")


class ExportAgain(Card):
    """A folder, the settings that matter, and the button; ``done`` brings the job that holds the new report."""

    done = Signal(object)  # the RunFolder of the export job

    def __init__(self, studio: Studio) -> None:
        super().__init__(padding=20)
        self._studio = studio
        self._run: RunFolder | None = None
        self._recipe = Recipe()
        self._values: dict[str, Value] = {}
        self.add(label(self.tr("Export again"), "section"))
        self.add(
            label(
                self.tr("The student is exported, measured and verified again. The folder must be new or empty."),
                "muted",
                wrap=True,
            )
        )
        self.folder = PathField(self.tr("Folder"), files=False)
        self.add(self.folder)
        self.rows: dict[str, SpecRow] = {}
        for spec in specs(ExportSpec):
            if spec.name in _OFFERED:
                made = self.rows[spec.name] = SpecRow(spec, spec.default)
                made.changed.connect(lambda value, name=spec.name: self._values.__setitem__(name, value))
                self.add(made)
        self.start = button(self.tr("Export"), self._start, icon="package")
        self.state = label("", "muted", wrap=True)
        self.job = JobBar(studio, self.tr("Progress of the export"))
        self.job.busy_changed.connect(self.start.setDisabled)
        self.job.done.connect(self._on_done)
        self.add(Flow(self.start))
        self.add(self.state)
        self.add(self.job)

    def show_run(self, run: RunFolder, recipe: Recipe) -> None:
        """Offer the settings the run was exported with."""
        self._run, self._recipe = run, recipe
        self._values = {}
        for name, made in self.rows.items():
            made.show_value(getattr(recipe.export, name))
        self.folder.set_path(recipe.export.directory)
        self.state.setText("")

    def command(self) -> str:
        """The same in a terminal, or an empty string without a run."""
        if self._run is None:
            return ""
        place = self.folder.edit.text().strip()
        changed = {name: value for name, value in self._values.items() if value != getattr(self._recipe.export, name)}
        flags = [part for name, value in changed.items() for part in ("--set", f"export.{name}={as_text(value)}")]
        words = ["kdstudio", "export", self._run.path.name, *(["--to", place] if place else []), *flags]
        return shlex.join(words)

    def _start(self) -> None:
        place = self.folder.edit.text().strip()
        if self._run is None:
            return
        if not place:
            self.state.setText(self.tr("Choose a folder first."))
            self.folder.edit.setFocus()
            return
        self.state.setText("")
        export = msgspec.structs.replace(self._recipe.export, directory=place, **self._values)
        recipe = msgspec.structs.replace(self._recipe, export=export)
        self.job.start(ExportJob(run=str(self._run.path)), recipe, self._start)

    def _on_done(self, folder: RunFolder) -> None:
        self._studio.told.emit(self.tr("The export is written and verified."))
        self.done.emit(folder)
