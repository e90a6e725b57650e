"""How fast the files are: here, on devices that somebody measured, and, as estimates, on others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from kdstudio.core import measurement
from kdstudio.core.deliverable import Deliverable, DeviceEstimate
from kdstudio.core.errors import KDError
from kdstudio.core.measurement import Measurement
from kdstudio.gui import background, words
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets import files
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label
from kdstudio.runs import devices
from kdstudio.runs.layout import RunFolder


class DevicesCard(Card):
    """One line for each device, one column for each file."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(self.tr("On devices"), padding=20)
        self._studio = studio
        self._run: RunFolder | None = None
        self._export = Path()
        self._made: Deliverable | None = None
        self.dialog: QFileDialog | None = None
        self.table = Table(self.tr("Time of one answer by device"), (), sortable=False)
        self.basis = label("", "muted", wrap=True)
        self.add_measurement = button(self.tr("Add a measurement from a device"), self._ask, icon="smartphone")
        hint = self.tr("The page in the browser measures on the device that it is opened on, and saves a record.")
        self.add(self.table)
        self.add(self.basis)
        self.add(Flow(self.add_measurement))
        self.add(label(hint, "small", wrap=True))
        self.hide()

    def show_export(self, run: RunFolder, export: Path, made: Deliverable | None) -> None:
        """Show what is known of the files of an export."""
        self._run, self._export, self._made = run, export, made
        self.hide()
        if made is not None and made.files:
            background.run(partial(devices.load, run, export), partial(self._show, made))

    def _show(self, made: Deliverable, measured: Sequence[Measurement]) -> None:
        if made is not self._made:
            return  # another export is shown by now
        headers = [self.tr("Device"), *(check.title for check in made.files), self.tr("How it is known")]
        rows = [self._here(made), *(self._of_device(made, found, on) for found in measured for on in found.engines)]
        rows += [self._estimated(made, estimate) for estimate in made.estimates]
        self.table.show_rows(rows, headers)
        self.basis.setText(
            self.tr(
                "Times with ≈ are estimates, not measurements: the network’s multiply–adds at a round figure for such "
                "a device. They may be wrong by a factor of two either way."
            )
            if made.estimates
            else ""
        )
        self.basis.setVisible(bool(made.estimates))
        self.show()

    def _here(self, made: Deliverable) -> list[Cell]:
        times = [Cell(words.milliseconds(c.timings[0].median_ms) if c.timings else "–") for c in made.files]
        known = self.tr("measured at the export") if made.files[0].timings else self.tr("not measured")
        return [Cell(made.processor or words.device("This computer")), *times, Cell(known)]

    def _of_device(self, made: Deliverable, found: Measurement, on: measurement.Engine) -> list[Cell]:
        times = measurement.of_device(made, found, on)
        device, runtime = found.device, found.runtime
        if on == "gpu":
            device = self.tr("{device}, graphics processor").format(device=device)
            runtime = f"{found.graphics}: {runtime}" if found.graphics else runtime
        day = words.moment(found.measured_at.timestamp())
        known = Cell(self.tr("measured, {day}").format(day=day), tip=runtime)
        return [
            Cell(device, strong=True, tip=runtime),
            *(self._time(times[c.variant]) if c.variant in times else Cell("–") for c in made.files),
            known,
        ]

    def _time(self, found: measurement.MeasuredFile) -> Cell:
        tip = self.tr("95 % of {runs} answers within {p95}; opens in {load}, first answer {first}").format(
            runs=found.runs,
            p95=words.milliseconds(found.p95_ms),
            load=words.milliseconds(found.load_ms),
            first=words.milliseconds(found.first_ms),
        )
        return Cell(words.milliseconds(found.median_ms), found.median_ms, strong=True, tip=tip)

    def _estimated(self, made: Deliverable, estimate: DeviceEstimate) -> list[Cell]:
        times = (estimate.milliseconds.get(check.file) for check in made.files)
        cells = (Cell("–" if time is None else f"≈ {words.milliseconds(time)}", tip=estimate.basis) for time in times)
        return [Cell(words.device(estimate.device)), *cells, Cell(self.tr("estimate"), tip=estimate.basis)]

    def _ask(self) -> None:
        title = self.tr("Add a measurement from a device")
        self.dialog = files.ask_open(self, title, "JSON (*.json)", self.take)

    def take(self, path: Path) -> None:
        """Take in the record of a device."""
        if self._run is None or self._made is None:
            return
        made = self._made

        def added(found: Measurement) -> None:
            self._studio.told.emit(self.tr("The measurement of {device} was added.").format(device=found.device))
            self.show_export(run, self._export, made)

        def failed(error: Exception) -> None:
            if not isinstance(error, KDError):
                raise error
            self._studio.show_error(error)

        run, export = self._run, self._export
        background.run(lambda: devices.add(run, path, export), added, failed)
