from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import msgspec
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kdstudio.core.deliverable import ClassChange, Deliverable, DeviceEstimate, FileCheck, Remark, Timing
from kdstudio.core.inputs import ImageInput
from kdstudio.core.metrics import Report, recommended
from kdstudio.core.recipe import Recipe
from kdstudio.export.samples import copy as copy_samples
from kdstudio.gui.export import bundle
from kdstudio.gui.pages.export import ExportPage
from kdstudio.gui.studio import Studio
from kdstudio.runs import manifest
from kdstudio.runs.layout import RunFolder
from tests.unit.core.test_measurement import RECORD, changed, written
from tests.unit.gui.pages.test_results import texts
from tests.unit.gui.results.finished import finished_run, report_of

INPUT = ImageInput(size=28, channels=1, mean=(0.13,), std=(0.31,))


class _Handler(QObject):
    def __init__(self, opened: list[str]) -> None:
        super().__init__()
        self._opened = opened

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self._opened.append(url.toLocalFile() or url.toString())


def exported_report(*, int8_loss: float = 0.0) -> Report:
    report = report_of()
    int8 = report.rows[-1]
    fp32 = msgspec.structs.replace(
        int8, variant="fp32", title="Exported FP32", path="artifacts/export/onnx/model.onnx", size_bytes=1_000_000
    )
    int8 = msgspec.structs.replace(int8, title="Exported INT8", accuracy=int8.accuracy - int8_loss)
    evaluations = {**report.evaluations, "fp32": report.evaluations["int8"]}
    rows = (*report.rows[:-1], fp32, int8)
    return msgspec.structs.replace(report, rows=rows, evaluations=evaluations, export_dir="artifacts/export")


def measured_of(**changes: object) -> Deliverable:
    """Two measured files, the first of them recommended."""
    timing = Timing(threads=1, median_ms=0.5, p95_ms=0.6, runs=10)
    files = tuple(
        FileCheck(
            variant=variant,
            title=title,
            file=f"onnx/{name}.onnx",
            size_bytes=size,
            accuracy={"test": accuracy},
            agreement={"test": 0.99},
            teacher_agreement={"test": 0.95},
            timings=(timing,),
        )
        for variant, title, name, size, accuracy in (
            ("fp32", "FP32", "model", 4000, 0.9),
            ("int8", "INT8", "model_quantized", 1000, 0.8),
        )
    )
    made = Deliverable(
        target="android",
        target_title="Android",
        processor="",
        threads=1,
        measured_on_target=False,
        files=files,
        recommended="fp32",
        reason="INT8 lost too much.",
    )
    return msgspec.structs.replace(made, **changes)


def exported_run(report: Report | None = None) -> RunFolder:
    folder = finished_run(Recipe(name="Animals"), report=report or exported_report())
    place = folder.artifacts / "export"
    (place / "onnx").mkdir(parents=True)
    (place / "onnx" / "model.onnx").write_bytes(b"x" * 2000)
    (place / "onnx" / "model_quantized.onnx").write_bytes(b"x" * 500)
    (place / "labels.json").write_text('["cat", "dog", "owl"]')
    (place / "preprocessing.json").write_bytes(msgspec.json.encode(INPUT))
    (place / "README.md").write_text("# Animals")
    return folder


@pytest.fixture
def page(qtbot: QtBot, studio: Studio) -> Iterator[ExportPage]:
    made = ExportPage(studio)
    qtbot.addWidget(made)
    made.resize(1060, 760)
    made.show()
    yield made
    QGuiApplication.clipboard().clear()


def open_run(page: ExportPage, studio: Studio, qtbot: QtBot, folder: RunFolder) -> None:
    studio.open_run(folder, "export")
    qtbot.waitUntil(lambda: page.results is not None and page.results.folder == folder)


def test_says_which_file_to_take_and_what_each_measures(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    open_run(page, studio, qtbot, exported_run())
    assert page.advice.text() == "Take the INT8 file: 250 kB, 60.0\u00a0% right, 2.00 ms here."
    assert not page.warning.isVisible()
    rows = texts(page.table)
    assert [row[0] for row in rows] == ["Exported FP32", "★ Exported INT8"]
    assert rows[1][4] == "±0 points"
    assert rows[1][6] == "70.0\u00a0%"


def test_an_int8_file_that_lost_too_much_is_warned_about(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    open_run(page, studio, qtbot, exported_run(exported_report(int8_loss=0.2)))
    assert page.advice.text().startswith("Take the FP32 file")
    assert page.warning.isVisible()
    assert "lost 20.0 points" in page.warning.message.text()
    page.resize(1060, 400)
    qtbot.mouseClick(page.warning.buttons[0], Qt.MouseButton.LeftButton)
    assert page.again.rows["calibration_examples"].editor.hasFocus() or not page.isActiveWindow()


def test_the_files_are_listed_and_shown_in_their_folder(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    folder = exported_run()
    open_run(page, studio, qtbot, folder)
    assert page.bundle is not None
    assert [file.name for file in page.bundle.files][:2] == ["onnx/model.onnx", "onnx/model_quantized.onnx"]
    assert all(file.purpose for file in page.bundle.files)
    opened: list[str] = []
    handler = _Handler(opened)
    QDesktopServices.setUrlHandler("file", handler, "open")
    try:
        qtbot.mouseClick(page.primary, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened == [str(folder.artifacts / "export")]
    qtbot.mouseClick(page.copy_path, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(folder.artifacts / "export")


def test_every_measured_file_has_its_line(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    folder = exported_run()
    measured = measured_of()
    (folder.artifacts / "export" / "measured.json").write_bytes(msgspec.json.encode(measured))
    open_run(page, studio, qtbot, folder)
    assert page.advice.text() == "Take the FP32 file: 4.0 kB, 90.0\u00a0% right. INT8 lost too much."
    assert texts(page.table)[0][0] == "★ FP32"
    assert texts(page.table)[1][:7] == [
        "INT8",
        "1.0 kB",
        "0.50 ms",
        "80.0\u00a0%",
        "−10.0 points",
        "99.0\u00a0%",
        "95.0\u00a0%",
    ]


def test_it_is_told_how_each_file_was_made(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    folder = exported_run()
    measured = measured_of()
    fp32, int8 = measured.files
    int8 = msgspec.structs.replace(
        int8,
        steps=("ranges fixed by minmax calibration: nothing lost, 99.0\u00a0% of the answers as in FP32", "kept"),
        remarks=(Remark("warn", "FP16 is slow here."),),
        classes=(ClassChange(name="cat", points=-1.5), ClassChange(name="dog", points=0.5)),
        changed=("cat/1.png",),
    )
    measured = msgspec.structs.replace(measured, files=(fp32, int8))
    (folder.artifacts / "export" / "measured.json").write_bytes(msgspec.json.encode(measured))
    open_run(page, studio, qtbot, folder)
    said = [found.text() for found in page.story.findChildren(QLabel)]
    assert said == [
        "How each file was made",
        "INT8",
        "1. Ranges fixed by minmax calibration: nothing lost, 99.0\u00a0% of the answers as in FP32.",
        "2. Kept.",
        "Classes that lose most against FP32: cat (−1.5 points).",
        "Surest answers that differ from FP32’s: cat/1.png.",
        "FP16 is slow here.",
    ]
    open_run(page, studio, qtbot, exported_run())
    qtbot.waitUntil(lambda: not page.story.isVisible())


def test_the_command_exports_again_with_the_same_settings(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    assert page.command() == ""
    folder = exported_run()
    open_run(page, studio, qtbot, folder)
    assert page.command() == f"kdstudio export {folder.path.name}"
    page.again.rows["target"].changed.emit("iphone")
    page.again.rows["calibration"].changed.emit(page.again._recipe.export.calibration)  # unchanged: not said
    page.again.folder.edit.setText("my models")
    assert page.command() == f"kdstudio export {folder.path.name} --to 'my models' --set export.target=iphone"


@pytest.mark.usefixtures("socket_enabled")
def test_the_model_and_its_graph_open_in_the_browser(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    folder = exported_run()
    place = folder.artifacts / "export"
    (place / "measured.json").write_bytes(msgspec.json.encode(measured_of()))
    open_run(page, studio, qtbot, folder)
    opened: list[str] = []
    handler = _Handler(opened)
    QDesktopServices.setUrlHandler("http", handler, "open")
    try:
        for pressed in (page.try_out, page.try_out, page.graph):
            qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("http")
    assert opened[0] == opened[1], "asked again, the same page opens"
    assert list(page.pages.servers) == [place, place / "onnx" / "model.onnx"]
    with urlopen(opened[0]) as answer:
        assert b"<title>Try the model</title>" in answer.read()
    with urlopen(opened[2]) as answer:
        assert b"/data/model.onnx" in answer.read()
    servers = page.pages.servers
    page.pages.deleteLater()
    qtbot.waitUntil(lambda: not servers)
    with pytest.raises(URLError):
        urlopen(opened[0])


def test_without_measured_files_there_is_nothing_to_try(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    open_run(page, studio, qtbot, exported_run())
    assert not page.try_out.isVisible()


def test_an_export_that_is_gone_is_said(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    folder = exported_run()
    shutil.rmtree(folder.artifacts / "export")
    open_run(page, studio, qtbot, folder)
    assert not page.primary.isEnabled()
    assert "not there any more" in page.reason.text()
    assert not page.use.isVisible()


def test_a_run_that_has_moved_keeps_its_export(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    folder = exported_run(msgspec.structs.replace(exported_report(), export_dir="/nowhere/export"))
    open_run(page, studio, qtbot, folder)
    assert page.bundle is not None
    assert page.bundle.folder == folder.artifacts / "export"


def test_every_sample_of_the_export_is_shown_as_it_is(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    folder = exported_run()
    place = folder.artifacts / "export"
    made = copy_samples(place, "android", "image-classification")
    assert {"python", "cpp", "kotlin"} <= {sample.name for sample in made}
    open_run(page, studio, qtbot, folder)
    assert list(page.use.cards) == [sample.name for sample in made]
    assert page.use.chosen == "python"
    for sample in made:
        qtbot.mouseClick(page.use.cards[sample.name], Qt.MouseButton.LeftButton)
        file = place / "samples" / sample.name / sample.main
        assert page.use.code.toPlainText() == file.read_text(encoding="utf-8")
        assert page.use.command.text() == sample.run
        assert sample.summary in page.use.summary.text()
    qtbot.mouseClick(page.use.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == page.use.code.toPlainText()
    (place / "samples" / "cpp" / "sample.toml").write_text("title = 1")
    page.use.show_bundle(bundle.read(place))
    assert not page.use.isVisible()


def test_an_export_without_samples_has_no_card_for_them(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    open_run(page, studio, qtbot, exported_run())
    assert not page.use.isVisible()


def test_a_sample_shows_in_its_folder(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    folder = exported_run()
    copy_samples(folder.artifacts / "export", "laptop-cpu", "image-classification")
    open_run(page, studio, qtbot, folder)
    opened: list[str] = []
    handler = _Handler(opened)
    QDesktopServices.setUrlHandler("file", handler, "open")
    try:
        qtbot.mouseClick(page.use.show_folder, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened == [str(folder.artifacts / "export" / "samples" / "python")]


def test_the_recommended_file() -> None:
    assert recommended(report_of(("student",)), 0.5) is None
    report = exported_report(int8_loss=0.004)
    best = recommended(report, 0.5)
    assert best is not None
    assert best.variant == "int8"
    best = recommended(report, 0.1)
    assert best is not None
    assert best.variant == "fp32"


def test_exporting_again_needs_a_folder_and_says_what_went_wrong(
    page: ExportPage, studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    open_run(page, studio, qtbot, exported_run())
    qtbot.mouseClick(page.again.start, Qt.MouseButton.LeftButton)
    assert page.again.state.text() == "Choose a folder first."
    page.again.folder.edit.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(studio.error_wanted, timeout=60_000) as said:
        qtbot.mouseClick(page.again.start, Qt.MouseButton.LeftButton)
        assert page.again.job.isVisible()
        assert not page.again.start.isEnabled()
    assert "no trained student" in said.args[0].message
    assert page.again.start.isEnabled()
    assert not page.again.job.isVisible()


def test_a_later_export_takes_the_place_of_the_first(page: ExportPage, studio: Studio, qtbot: QtBot) -> None:
    open_run(page, studio, qtbot, exported_run())
    later = exported_run(exported_report(int8_loss=0.1))
    page.again.done.emit(later)
    qtbot.waitUntil(lambda: page.bundle is not None and page.bundle.folder == later.artifacts / "export")
    assert "50.0\u00a0%" in texts(page.table)[1][3]


def test_an_unreadable_input_description_hides_the_lines(tmp_path: Path) -> None:
    (tmp_path / "preprocessing.json").write_text("{")
    assert bundle.read(tmp_path).input is None


def test_devices_are_listed_with_how_their_times_are_known(
    page: ExportPage, studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = exported_run()
    place = folder.artifacts / "export"
    estimate = DeviceEstimate(
        device="Older phone", pace=3.0, milliseconds={"onnx/model.onnx": 2.0}, basis="An estimate."
    )
    (place / "measured.json").write_bytes(msgspec.json.encode(measured_of(estimates=(estimate,))))
    manifest.write(place)
    open_run(page, studio, qtbot, folder)
    table = page.devices.table
    qtbot.waitUntil(page.devices.isVisible)
    assert texts(table)[1] == ["Older phone", "≈ 2.00 ms", "–", "estimate"]
    assert page.devices.basis.text().startswith("Times with ≈ are estimates, not measurements")
    record = changed("sha256", manifest.read(place)["onnx/model.onnx"])
    with qtbot.waitSignal(studio.told) as said:
        page.devices.take(written(tmp_path, record))
    assert said.args == ["The measurement of Pixel 8 was added."]
    qtbot.waitUntil(lambda: len(texts(table)) == 3)
    assert texts(table)[1][:3] == ["Pixel 8", "0.85 ms", "–"]
    assert texts(table)[1][3].startswith("measured, ")
    with qtbot.waitSignal(studio.error_wanted) as refused:
        page.devices.take(written(tmp_path, RECORD))
    assert "another file" in refused.args[0].message


def test_the_record_of_a_device_is_asked_for(page: ExportPage, studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    folder = exported_run()
    place = folder.artifacts / "export"
    (place / "measured.json").write_bytes(msgspec.json.encode(measured_of()))
    manifest.write(place)
    open_run(page, studio, qtbot, folder)
    qtbot.waitUntil(page.devices.isVisible)
    qtbot.mouseClick(page.devices.add_measurement, Qt.MouseButton.LeftButton)
    assert page.devices.dialog is not None
    record = changed("sha256", manifest.read(place)["onnx/model.onnx"])
    with qtbot.waitSignal(studio.told):
        page.devices.dialog.fileSelected.emit(str(written(tmp_path, record)))
    page.devices.dialog.close()
