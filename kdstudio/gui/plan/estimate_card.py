"""What the run will take: time by phase, memory, disk. From a measured probe, or said to be unknown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from kdstudio.core.profile import Estimate, estimate
from kdstudio.gui import spoken, words
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.bars import ShareBar
from kdstudio.gui.widgets.card import Card, column
from kdstudio.gui.widgets.legend import Legend
from kdstudio.gui.widgets.text import label


class EstimateCard(Card):
    """Follows the recipe and the probe."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(self.tr("Estimate"))
        self._studio = studio
        self.time, self.memory, self.disk = (label("–", "figure") for _ in range(3))
        line = QHBoxLayout()
        line.setSpacing(28)
        for figure, name in (
            (self.time, self.tr("Time")),
            (self.memory, self.tr("Memory")),
            (self.disk, self.tr("Disk")),
        ):
            line.addLayout(column(figure, label(name, "small"), spacing=0))
        line.addStretch(1)
        self._bar, self._legend = ShareBar(), Legend()
        self._note = label("", "small", wrap=True)
        self.add(line)
        for item in (self._bar, self._legend, self._note):
            self.add(item)

    def refresh(self) -> None:
        """Work the estimate out again."""
        probe = self._studio.probe
        profile = probe.current(self._studio.recipe)
        found = estimate(self._studio.recipe, profile) if profile is not None else None
        self._show_estimate(found)
        if probe.failure is not None:
            self._note.setText(self.tr("Not measured: {why}").format(why=spoken.engine(probe.failure.message)))
        elif probe.busy:
            self._note.setText(self.tr("Measuring the speed of both models on this machine…"))
        elif found is not None:
            self._note.setText(self.tr("From a short measurement on this machine; corrected while the run goes on."))
        else:
            self._note.setText(self.tr("Not measured yet."))

    def _show_estimate(self, found: Estimate | None) -> None:
        self._bar.setVisible(found is not None)
        self._legend.setVisible(found is not None)
        for figure, text in (
            (self.time, words.duration(found.seconds) if found else "–"),
            (self.memory, words.size(found.memory_bytes) if found else "–"),
            (self.disk, words.size(found.disk_bytes) if found else "–"),
        ):
            figure.setText(text)
        if found is None:
            return
        parts = {
            self.tr("Teacher"): found.phases["teacher"] + found.phases["answers"],
            self.tr("Alone"): found.phases["control"],
            self.tr("Student"): found.phases["student"],
            self.tr("Rest"): found.phases["data"] + found.phases["evaluate"] + found.phases["export"],
        }
        parts = {name: seconds for name, seconds in parts.items() if seconds > 0}
        entries = [f"{name} {words.duration(seconds)}" for name, seconds in parts.items()]
        self._bar.show_parts(list(parts.values()), ", ".join(entries))
        self._legend.show_entries(entries)
