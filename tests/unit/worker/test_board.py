"""The curves that TensorBoard reads."""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tensorboardX.proto.event_pb2 import Event

from kdstudio.worker.board import Board

ALONE = """
import sys
from pathlib import Path
from kdstudio.worker.board import Board
board = Board(Path(sys.argv[1]), lead=True)
board.add(1, {"loss": 0.5})
board.close()
sys.exit("multiprocessing.synchronize" in sys.modules)
"""


def events(file: Path) -> Iterator[Event]:
    """The records of an event file: length, its checksum, the event, its checksum."""
    data = file.read_bytes()
    place = 0
    while place < len(data):
        (length,) = struct.unpack_from("<Q", data, place)
        yield Event.FromString(data[place + 12 : place + 12 + length])
        place += 16 + length


def test_points_are_read_back_in_order(tmp_path: Path) -> None:
    threads = threading.active_count()
    board = Board(tmp_path / "student", lead=True)
    board.add(1, {"train/loss": 2.5, "train/kd": 2.0})
    board.add(2, {"validation/accuracy": 0.75})
    assert threading.active_count() == threads
    board.close()
    (file,) = (tmp_path / "student").iterdir()
    assert ".tfevents." in file.name
    first, *rest = events(file)
    assert first.file_version == "brain.Event:2"
    found = [(event.step, value.tag, value.simple_value) for event in rest for value in event.summary.value]
    assert found == [(1, "train/loss", 2.5), (1, "train/kd", 2.0), (2, "validation/accuracy", 0.75)]
    assert all(event.wall_time > 1.7e9 for event in rest)


def test_a_process_that_does_not_lead_writes_nothing(tmp_path: Path) -> None:
    board = Board(tmp_path / "student", lead=False)
    board.add(1, {"loss": 1.0})
    board.close()
    assert list(tmp_path.iterdir()) == []


def test_a_curve_shows_while_training_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kdstudio.worker.board._FLUSH_SECONDS", 0.0)
    board = Board(tmp_path, lead=True)
    board.add(1, {"loss": 1.0})
    (file,) = tmp_path.iterdir()
    assert len(list(events(file))) == 2
    board.close()


def test_it_needs_no_shared_memory(tmp_path: Path) -> None:
    """A sandbox may have no writable /dev/shm, which every lock and queue of multiprocessing wants."""
    subprocess.run([sys.executable, "-c", ALONE, str(tmp_path / "board")], check=True)
