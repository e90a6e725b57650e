"""What came of a run: the verdict in one sentence, then everything behind it."""

from __future__ import annotations

import importlib

from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from kdstudio.core.errors import KDError
from kdstudio.core.metrics import verdict
from kdstudio.gui import background, spoken
from kdstudio.gui.page import Page
from kdstudio.gui.results import answers
from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.panel import Panel
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.text import label
from kdstudio.runs.layout import RunFolder

_PANELS = {
    "summary": "summary:SummaryPanel",
    "confusion": "confusion:ConfusionPanel",
    "mistakes": "mistakes:MistakesPanel",
    "classes": "classes:ClassesPanel",
    "calibration": "calibration:CalibrationPanel",
    "compare": "compare:ComparePanel",
    "try": "try_it:TryItPanel",
}


class ResultsPage(Page):
    """Tabs over one run; each is built when first opened."""

    key = "results"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.set_heading(self.tr("Results"))
        self.verdict = label("", "section", wrap=True)
        titles = {
            "summary": self.tr("Summary"),
            "confusion": self.tr("Confusion"),
            "mistakes": self.tr("Mistakes"),
            "classes": self.tr("What was lost"),
            "calibration": self.tr("Calibration"),
            "compare": self.tr("Compare"),
            "try": self.tr("Try it"),
        }
        self.tabs = Segmented(list(titles.items()), self.tr("Part"))
        self.tabs.chosen.connect(self.open_tab)
        self.stack = QStackedWidget()
        self.panels: dict[str, Panel] = {}
        self._shown: dict[str, RunFolder] = {}
        self.results: Results | None = None
        self.add(self.verdict)
        self.add(self.tabs)
        self.add(self.stack, 1)
        self.set_primary(self.tr("Go to the export"), lambda: studio.go("export"))
        studio.run_changed.connect(self._on_run)

    def command(self) -> str:
        """What the open tab shows, in a terminal."""
        panel = self.panels.get(self.tabs.value)
        return panel.command() if panel is not None else ""

    def entered(self) -> None:
        """Read the current run's results, unless they are shown already."""
        run = self.studio.run
        folder = run.folder if run is not None else None
        if folder is None:
            return
        if self.results is not None and self.results.folder == folder:
            self.open_tab(self.tabs.value or "summary")
            return
        background.run(lambda: answers.load(folder), self._show, self._failed)

    def left(self) -> None:
        """Let go of what only makes sense while it is looked at."""
        for panel in self.panels.values():
            panel.left()

    def _on_run(self) -> None:
        self.results = None
        self._shown.clear()
        if self.isVisible():
            self.entered()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KDError):
            raise error
        self.studio.show_error(error, self.entered)

    def _show(self, results: Results) -> None:
        run = self.studio.run
        if run is None or run.folder != results.folder:
            return  # another run has been opened meanwhile
        self.results = results
        self.set_heading(results.recipe.name or self.tr("Results"), self.tr("Measured on the test examples"))
        self.verdict.setText(spoken.engine(verdict(results.report)))
        self.open_tab(self.tabs.value or "summary")

    def open_tab(self, key: str) -> None:
        """Show a part of the results."""
        self.tabs.set_value(key)
        if key not in self.panels:
            module, _, name = _PANELS[key].partition(":")
            build = getattr(importlib.import_module(f"kdstudio.gui.results.{module}"), name)
            self.panels[key] = build(self.studio)
            self.stack.addWidget(self.panels[key])
        panel = self.panels[key]
        if self.results is not None and self._shown.get(key) != self.results.folder:
            self._shown[key] = self.results.folder
            panel.set_results(self.results)
        for other in self.panels.values():  # a hidden tab must not make the page larger
            policy = QSizePolicy.Policy.Preferred if other is panel else QSizePolicy.Policy.Ignored
            other.setSizePolicy(policy, policy)
        self.stack.setCurrentWidget(panel)
        if self.results is not None:
            panel.entered()
