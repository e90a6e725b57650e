"""A model by its name on the Hugging Face hub: looked up, shown with its size, and only then downloaded."""

from __future__ import annotations

import shlex

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kdstudio.core.errors import KDError
from kdstudio.core.hub import HubModel, model_id
from kdstudio.core.job import HubJob
from kdstudio.core.recipe import Recipe
from kdstudio.gui import background, spoken, words
from kdstudio.gui.job_bar import JobBar
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label
from kdstudio.runs.files import discard
from kdstudio.runs.layout import RunFolder


class HubCard(Card):
    """``fetched`` carries the folder that a model has been brought to."""

    fetched = Signal(str)

    def __init__(self, studio: Studio) -> None:
        super().__init__(kind="sunken", padding=14)
        self._studio = studio
        self.found: HubModel | None = None
        self.name = QLineEdit()
        self.name.setPlaceholderText("microsoft/resnet-18")
        self.name.setAccessibleName(self.tr("Name of a model on the Hugging Face hub"))
        self.name.textChanged.connect(self._forget)
        self.name.returnPressed.connect(self.look)
        self.ask = button(self.tr("Look it up"), self.look, icon="search")
        self.about = label("", wrap=True)
        self.files = label("", "small", wrap=True)
        self.download = button("", self._fetch, icon="download")
        self.job = JobBar(studio, self.tr("Progress of the download"))
        self.job.busy_changed.connect(self._on_busy)
        self.job.done.connect(self._on_done)
        self.add(label(self.tr("From the Hugging Face hub"), "strong"))
        told = self.tr("This asks the hub over the internet, and downloads nothing before you have seen its size.")
        self.add(label(told, "small", wrap=True))
        line = row(self.name, self.ask)
        line.setStretch(0, 1)
        self.add(line)
        self.add(self.about)
        self.add(self.files)
        self.add(Flow(self.download))
        self.add(self.job)
        self._forget()

    def command(self) -> str:
        """The same in a terminal, or an empty string without a name."""
        name = self.name.text().strip()
        return shlex.join(["kdstudio", "fetch", name]) if name else ""

    def look(self) -> None:
        """Ask the hub what there is of the model."""
        try:
            name = model_id(self.name.text())
        except KDError as error:
            self.about.setText(f"{spoken.engine(error.message)} {spoken.engine(error.hint)}")
            self.about.show()
            return
        self.job.start(HubJob(model=name), Recipe(name="hub"), self.look)

    def _fetch(self) -> None:
        if self.found is not None:
            job = HubJob(model=self.found.id, revision=self.found.commit, fetch=True)
            self.job.start(job, Recipe(name="hub"), self._fetch)

    def _forget(self) -> None:
        self.found = None
        for part in (self.about, self.files, self.download):
            part.hide()
        self.ask.setEnabled(bool(self.name.text().strip()))

    def _on_busy(self, busy: bool) -> None:
        self.name.setDisabled(busy)
        self.ask.setDisabled(busy)
        self.download.setDisabled(busy)

    def _on_done(self, folder: RunFolder) -> None:
        file = folder.artifacts / "hub.json"

        def read() -> HubModel:
            found = msgspec.json.decode(file.read_bytes(), type=HubModel)
            discard(folder.path)
            return found

        background.run(read, self._show)

    def _show(self, found: HubModel) -> None:
        if found.folder:
            self._studio.told.emit(self.tr("{name} is here.").format(name=found.id))
            self.fetched.emit(found.folder)
            return
        self.found = found
        licence = found.licence or self.tr("not said")
        told = self.tr("{name}: licence {licence}, {size} in {n} files.")
        self.about.setText(
            told.format(name=found.id, licence=licence, size=words.size(found.size_bytes), n=len(found.files))
        )
        self.files.setText(" · ".join(f"{file.name} {words.size(file.size_bytes)}" for file in found.files))
        self.download.setText(self.tr("Download {size}").format(size=words.size(found.size_bytes)))
        for part in (self.about, self.files, self.download):
            part.show()
        self.download.setFocus()
