"""The files that leave the house: which to take, what they measure, where they lie, how to run them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel

from kdstudio.core.deliverable import Deliverable, FileCheck
from kdstudio.core.errors import KDError
from kdstudio.core.metrics import Report, Row, recommended
from kdstudio.gui import background, figures, spoken, words
from kdstudio.gui.export import bundle as bundles
from kdstudio.gui.export.again import ExportAgain
from kdstudio.gui.export.bundle import Bundle
from kdstudio.gui.export.devices import DevicesCard
from kdstudio.gui.export.pages import BrowserPages
from kdstudio.gui.export.story import StoryCard
from kdstudio.gui.export.use_card import UseCard
from kdstudio.gui.page import Page
from kdstudio.gui.results import answers as results_file
from kdstudio.gui.results.answers import Answers, Results
from kdstudio.gui.reveal import reveal
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.banner import Banner
from kdstudio.gui.widgets.beside import Beside
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label
from kdstudio.runs import record
from kdstudio.runs.layout import RunFolder

translate = QCoreApplication.translate

_MUCH = 0.5
_FILES = ("fp32", "fp16", "int8", "int4")


class ExportPage(Page):
    """Shows the export of the current run."""

    key = "export"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.set_heading(self.tr("Export"))
        self.results: Results | None = None
        self.bundle: Bundle | None = None
        self.taken = ""  # the recommended model's path in the folder
        self.pages = BrowserPages(self)
        self.advice = label("", "section", wrap=True)
        self.warning = Banner("warn", (self.tr("Export again"), self._go_to_again))
        headers = (
            self.tr("File"),
            self.tr("Size"),
            self.tr("Latency here"),
            self.tr("Accuracy"),
            self.tr("Change"),
            self.tr("Answers as FP32"),
            self.tr("Agrees with teacher"),
        )
        self.table = Table(self.tr("Exported models"), headers, sortable=False)
        card = Card(padding=12)
        card.add(self.table)
        self.try_out = button(self.tr("Try it in the browser"), self._try_out, icon="globe")
        self.graph = button(self.tr("Look at the graph"), self._show_graph, kind="quiet", icon="layers")
        card.add(Flow(self.try_out, self.graph))
        self.again = ExportAgain(studio)
        self.again.done.connect(self._on_exported)
        self.use = UseCard(studio)
        self.story = StoryCard()
        self.devices = DevicesCard(studio)
        for part in (
            self.advice,
            self.warning,
            card,
            self.story,
            self.devices,
            self._folder_card(),
            self.use,
            self.again,
        ):
            self.add(part)
        self.set_primary(self.tr("Show in folder"), self._reveal)
        studio.run_changed.connect(self._on_run)

    def _folder_card(self) -> Card:
        made = Card(self.tr("Files"), padding=20)
        self.place = label("", "mono", wrap=True)
        self.copy_path = button(self.tr("Copy path"), self._copy_place, kind="quiet", icon="copy")
        self.show_folder = button(self.tr("Show in folder"), self._reveal, kind="quiet", icon="folder-open")
        self._files = QGridLayout()
        self._files.setHorizontalSpacing(24)
        self._files.setVerticalSpacing(4)
        self._files.setColumnStretch(0, 2)
        self._files.setColumnStretch(2, 3)
        line = Beside(margin=0)
        line.words.addWidget(self.place)
        line.control.addWidget(Flow(self.copy_path, self.show_folder))
        made.add(line)
        made.add(self._files)
        return made

    # what is shown

    def command(self) -> str:
        """Exporting again as the last card of the page says, in a terminal."""
        return self.again.command()

    def entered(self) -> None:
        """Read the current run's export, unless it is shown already."""
        run = self.studio.run
        folder = run.folder if run is not None else None
        if folder is not None and (self.results is None or self.results.folder != folder):
            background.run(partial(_read, folder), self._show, self._failed)

    def _on_run(self) -> None:
        self.results = None
        if self.isVisible():
            self.entered()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KDError):
            raise error
        self.studio.show_error(error)

    def _show(self, found: tuple[Results, Bundle]) -> None:
        results, bundle = found
        run = self.studio.run
        if run is None or run.folder != results.folder:
            return  # another run has been opened meanwhile
        self.results = results
        self.set_heading(self.tr("Export of {name}").format(name=results.recipe.name or results.folder.path.name))
        self.again.show_run(results.folder, results.recipe)
        self._show_export(results.report, bundle, results.answers)

    def _on_exported(self, job: RunFolder) -> None:
        """Show a later export instead of the run's own."""

        def read() -> tuple[Report, Bundle] | None:
            report = record.report(job)
            return (report, bundles.read(record.export_folder(job, report))) if report is not None else None

        def show(found: tuple[Report, Bundle] | None) -> None:
            if found is not None:
                self._show_export(*found, None)

        background.run(read, show)

    def _show_export(self, report: Report, bundle: Bundle, answers: Answers | None) -> None:
        self.bundle = bundle
        assert self.results is not None
        best = recommended(report, self.results.recipe.export.tolerance)
        self.advice.setText(_advice(report, best))
        fp32 = report.row("fp32")
        rows = [found for found in report.rows if found.variant in _FILES]
        measured = bundle.measured
        if measured is not None:
            self.advice.setText(_measured_advice(measured))
            self.table.show_rows([_file_cells(check, measured) for check in measured.files])
        else:
            self.table.show_rows([_cells(found, fp32, best, answers) for found in rows])
        self.story.show_export(measured)
        self.devices.show_export(self.results.folder, bundle.folder, measured)
        self._show_warning(report, best)
        self._show_files(bundle)
        taken = measured.file(measured.recommended) if measured is not None else None
        is_onnx = taken is not None and taken.file.endswith(".onnx")
        self.taken = taken.file if taken is not None and is_onnx else _inside(bundle, best)
        self.use.show_bundle(bundle)
        self.try_out.setVisible(measured is not None and bundle.input is not None)
        self.graph.setVisible(bool(self.taken))
        gone = self.tr("The export folder is not there any more. Export again to write it anew.")
        self.block("" if bundle.files else gone)

    def _show_warning(self, report: Report, best: Row | None) -> None:
        fp32, int8 = report.row("fp32"), report.row("int8")
        if fp32 is None or int8 is None or best is None or best.variant == "int8":
            self.warning.say("")
            return
        lost = 100 * (fp32.accuracy - int8.accuracy)
        self.warning.say(
            self.tr("INT8 lost {n} points against FP32, more than the recipe accepts.").format(
                n=figures.local(f"{lost:.1f}")
            ),
            self.tr("Export again with more calibration examples or another calibration; ")
            + " ".join(map(spoken.engine, report.notes)),
        )

    def _show_files(self, bundle: Bundle) -> None:
        self.place.setText(str(bundle.folder))
        while (item := self._files.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for line, file in enumerate(bundle.files):
            parts: tuple[QLabel, ...] = (
                label(file.name, "mono", wrap=True),
                label(words.size(file.size_bytes), "muted"),
                label(file.purpose, "muted", wrap=True),
            )
            for column, part in enumerate(parts):
                self._files.addWidget(part, line, column)

    # what can be done

    def _reveal(self) -> None:
        if self.bundle is None:
            return
        try:
            reveal(self.bundle.folder)
        except KDError as error:
            self.studio.show_error(error)

    def _try_out(self) -> None:
        if self.bundle is not None:
            self.pages.try_export(self.bundle.folder)

    def _show_graph(self) -> None:
        if self.bundle is None or not self.taken:
            return
        try:
            self.pages.show_graph(self.bundle.folder / self.taken)
        except KDError as error:
            self.studio.show_error(error)

    def _copy_place(self) -> None:
        QGuiApplication.clipboard().setText(self.place.text())
        self.studio.told.emit(self.tr("The path is on the clipboard."))

    def _go_to_again(self) -> None:
        self.scroller.ensureWidgetVisible(self.again)
        self.again.rows["calibration_examples"].editor.setFocus()


def _read(folder: RunFolder) -> tuple[Results, Bundle]:
    results = results_file.load(folder)
    return results, bundles.read(record.export_folder(folder, results.report))


def _inside(bundle: Bundle, best: Row | None) -> str:
    """The recommended model's path in the folder."""
    if best is None or not best.path:
        return ""
    name = "/".join(best.path.replace("\\", "/").split("/")[-2:])
    return name if any(file.name == name for file in bundle.files) else ""


def _advice(report: Report, best: Row | None) -> str:
    if best is None:
        return translate("ExportPage", "No model was exported.")
    parts = [words.size(best.size_bytes) if best.size_bytes else ""]
    parts.append(translate("ExportPage", "{share} right").format(share=words.share(best.accuracy)))
    parts.append(
        translate("ExportPage", "{time} here").format(time=words.milliseconds(best.latency_ms))
        if best.latency_ms
        else ""
    )
    sentence = translate("ExportPage", "Take the {variant} file: {figures}.")
    return sentence.format(variant=best.variant.upper(), figures=", ".join(filter(None, parts)))


def _measured_advice(measured: Deliverable) -> str:
    """What to take of an export that measured its files, and why."""
    taken = measured.file(measured.recommended)
    if taken is None:
        return spoken.engine(measured.reason)
    figures = [words.size(taken.size_bytes)]
    if "test" in taken.accuracy:
        figures.append(translate("ExportPage", "{share} right").format(share=words.share(taken.accuracy["test"])))
    sentence = translate("ExportPage", "Take the {variant} file: {figures}.")
    return f"{sentence.format(variant=taken.title, figures=', '.join(figures))} {spoken.engine(measured.reason)}"


def _file_cells(check: FileCheck, measured: Deliverable) -> list[Cell]:
    """One line of an export that measured every file itself."""
    is_best = check.variant == measured.recommended
    accuracy, fp32 = check.accuracy.get("test"), measured.file("fp32")
    change = Cell("–")
    if fp32 is not None and fp32 is not check and accuracy is not None and "test" in fp32.accuracy:
        points = 100 * (accuracy - fp32.accuracy["test"])
        change = Cell(words.points(points), points, "" if points > -_MUCH else "stop")
    timing = min(check.timings, key=lambda timing: timing.threads, default=None)
    same, teacher = check.agreement.get("test"), check.teacher_agreement.get("test")
    remarks = "\n".join(spoken.engine(remark.message) for remark in check.remarks)
    return [
        Cell(f"★ {check.title}" if is_best else check.title, strong=is_best, tip=remarks),
        Cell(words.size(check.size_bytes), check.size_bytes),
        Cell(words.milliseconds(timing.median_ms), timing.median_ms) if timing else Cell("–"),
        Cell(words.share(accuracy), accuracy, strong=is_best) if accuracy is not None else Cell("–"),
        change,
        Cell(words.share(same), same) if same is not None else Cell("–"),
        Cell(words.share(teacher), teacher) if teacher is not None else Cell("–"),
    ]


def _cells(found: Row, fp32: Row | None, best: Row | None, answers: Answers | None) -> list[Cell]:
    is_best = best is not None and found.variant == best.variant
    title = f"★ {found.title}" if is_best else found.title
    change, same = Cell("–"), Cell("–")
    if fp32 is not None and found is not fp32:
        points = 100 * (found.accuracy - fp32.accuracy)
        change = Cell(words.points(points), points, "" if points > -0.5 else "stop")
        if answers is not None and {"fp32", found.variant} <= set(answers.guesses):
            share = float((answers.guesses["fp32"] == answers.guesses[found.variant]).mean())
            same = Cell(words.share(share), share)
    return [
        Cell(title, strong=is_best, tip=translate("ExportPage", "Recommended") if is_best else ""),
        Cell(words.size(found.size_bytes) if found.size_bytes else "–", found.size_bytes),
        Cell(words.milliseconds(found.latency_ms) if found.latency_ms else "–", found.latency_ms),
        Cell(words.share(found.accuracy), found.accuracy, strong=is_best),
        change,
        same,
        Cell(words.share(found.agreement) if found.agreement is not None else "–", found.agreement),
    ]
