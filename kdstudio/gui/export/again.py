"""Exporting the student once more: to another place, or with other settings."""

from __future__ import annotations

import shlex

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import ExportJob
from kdstudio.core.params import Value, specs
from kdstudio.core.recipe import ExportSpec, Recipe
from kdstudio.gui import spoken
from kdstudio.gui.run_model import RunModel
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
        self._job: RunModel | None = None
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
        self.cancel = button(self.tr("Cancel"), self._cancel, kind="quiet")
        self.bar = QProgressBar(maximum=0, textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.state = label("", "muted", wrap=True)
        self.add(Flow(self.start, self.cancel))
        self.add(self.state)
        self.add(self.bar)
        self._show_busy(False)

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
        if self._run is None or self._job is not None:
            return
        if not place:
            self.state.setText(self.tr("Choose a folder first."))
            self.folder.edit.setFocus()
            return
        export = msgspec.structs.replace(self._recipe.export, directory=place, **self._values)
        recipe = msgspec.structs.replace(self._recipe, export=export)
        job = ExportJob(run=str(self._run.path))
        self._job = RunModel.start(self._studio.workspace, job, recipe, self)
        self._job.changed.connect(self._on_changed)
        self._job.ended.connect(self._on_ended)
        self._show_busy(True)
        self.state.setText(self.tr("Starting the training engine …"))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.stop(keep=False)

    def _on_changed(self) -> None:
        if self._job is None:
            return
        view = self._job.view
        title = next((phase.title for phase in view.phases if phase.name == view.phase), "")
        newest = view.notices[-1].message if view.notices else ""
        self.state.setText(spoken.engine(newest or title))
        progress = view.progress.get(view.phase)
        self.bar.setMaximum(1000 if progress and progress.total else 0)
        if progress and progress.total:
            self.bar.setValue(round(1000 * progress.done / progress.total))

    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        self._show_busy(False)
        self.state.setText("")
        failure = job.view.failure
        if failure is not None:
            code = Code(failure.code) if failure.code in set(Code) else Code.INTERNAL
            self._studio.show_error(KDError(code, failure.message, failure.hint), self._start)
        elif job.view.finish is not None and job.view.finish.outcome == "done" and job.folder is not None:
            self._studio.told.emit(self.tr("The export is written and verified."))
            self.done.emit(job.folder)
        job.deleteLater()

    def _show_busy(self, busy: bool) -> None:
        self.start.setEnabled(not busy)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)
