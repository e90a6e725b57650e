from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kdstudio.gui.camera import Camera, CameraInfo, as_image, named, on_linux
from tests.unit.gui.films import film


def test_a_frame_is_a_picture_with_its_colours_in_place() -> None:
    frame = np.zeros((4, 6, 3), np.uint8)
    frame[1, 5] = (10, 40, 200)  # blue, green, red
    image = as_image(frame)
    assert image.size().toTuple() == (6, 4)
    assert image.pixelColor(5, 1).getRgb()[:3] == (200, 40, 10)
    assert image.pixelColor(0, 0).getRgb()[:3] == (0, 0, 0)


def test_linux_lists_the_first_node_of_each_camera(tmp_path: Path) -> None:
    for node, index, name in (("video2", "0", "Desk camera"), ("video0", "0", "Lid"), ("video1", "1", "Lid")):
        (tmp_path / node).mkdir()
        (tmp_path / node / "index").write_text(f"{index}\n")
        (tmp_path / node / "name").write_text(f"{name}\n")
    (tmp_path / "video7").mkdir()
    assert on_linux(tmp_path) == [CameraInfo(0, "Lid"), CameraInfo(2, "Desk camera")]
    assert on_linux(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ({"SPCameraDataType": [{"_name": "FaceTime HD"}, {"_name": "iPhone"}]}, ["FaceTime HD", "iPhone"]),
        ({"_name": "Integrated"}, ["Integrated"]),
        ([{"_name": "A"}, {"_name": None}, "odd"], ["A"]),
        ([], []),
        ({}, []),
    ],
)
def test_other_systems_name_their_cameras(said: object, names: list[str]) -> None:
    assert [info.name for info in named(said)] == names


def test_frames_come_until_it_is_stopped_or_there_are_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    camera = Camera(CameraInfo(film(tmp_path, frames=3), "Film"))
    seen: list[QImage] = []
    camera.seen.connect(seen.append)
    with qtbot.waitSignal(camera.failed, timeout=20_000):
        camera.start()
    camera.stop()
    assert len(seen) == 3
    again = Camera(CameraInfo(film(tmp_path, frames=500), "Film"))
    with qtbot.waitSignal(again.seen, timeout=20_000):
        again.start()
    again.stop()
    assert not again.isRunning()


def test_a_camera_that_cannot_be_opened_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    pytest.importorskip("cv2", reason="the extra kdstudio[camera] is not installed")
    camera = Camera(CameraInfo(str(tmp_path / "nothing.avi"), "Nothing"))
    with qtbot.waitSignal(camera.failed, timeout=20_000):
        camera.start()
    camera.stop()
