"""Writing and reading the two logs of a job folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.protocol.commands import Pause, Save, Stop
from kdstudio.protocol.events import Event, MetricBatch, Notice, PhaseChanged
from kdstudio.runs import writer
from kdstudio.runs.files import free_bytes
from kdstudio.runs.reader import tail_commands, tail_events
from kdstudio.runs.writer import EventWriter
from tests.conftest import ReadOnlyDisk, SmallDisk

ROOT = Path(__file__).resolve().parents[3]


def steps(path: Path) -> list[int]:
    tail, found = tail_events(path), []
    while events := tail.read(limit=4096):
        found += [event.step for event in events if isinstance(event, MetricBatch)]
    assert tail.skipped == 0
    return found


def metric(step: int) -> MetricBatch:
    return MetricBatch(step=step, seconds=0.0, values={"student/train/kd": float(step)})


def test_what_is_written_is_read_and_stamped_with_the_time(tmp_path: Path) -> None:
    log = EventWriter(tmp_path / "events.jsonl")
    log.write(PhaseChanged(phase="data"))
    log.close()
    (event,) = tail_events(tmp_path / "events.jsonl").read()
    assert isinstance(event, PhaseChanged)
    assert event.at > 1e9


def test_every_line_is_read_once_however_it_arrives(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    tail = tail_events(path)
    assert tail.read() == []  # not there yet
    whole = EventWriter(tmp_path / "whole.jsonl")
    for step in range(20):
        whole.write(metric(step))
    whole.close()
    data, found = (tmp_path / "whole.jsonl").read_bytes(), []
    with path.open("ab", buffering=0) as stream:
        for start in range(0, len(data), 7):
            stream.write(data[start : start + 7])
            found += tail.read()
    assert [event.step for event in found if isinstance(event, MetricBatch)] == list(range(20))


def test_reading_while_another_thread_writes(tmp_path: Path) -> None:
    log, tail, found = EventWriter(tmp_path / "events.jsonl"), tail_events(tmp_path / "events.jsonl"), list[Event]()
    thread = threading.Thread(target=lambda: [log.write(metric(step)) for step in range(3000)])
    thread.start()
    while thread.is_alive():
        found += tail.read(limit=1000)
    while events := tail.read(limit=1000):
        found += events
    log.close()
    assert [event.step for event in found if isinstance(event, MetricBatch)] == list(range(3000))


def test_a_line_longer_than_the_window_is_read(tmp_path: Path) -> None:
    log = EventWriter(tmp_path / "events.jsonl")
    log.write(Notice(level="info", code="x", message="m" * 10_000))
    log.close()
    assert len(tail_events(tmp_path / "events.jsonl").read(limit=100)) == 1


def test_a_torn_last_line_is_dropped_redone_and_counted(tmp_path: Path) -> None:
    """D9."""
    path = tmp_path / "events.jsonl"
    log = EventWriter(path)
    log.write(metric(1))
    log.write(metric(2))
    log.close()
    first, second = path.read_bytes().splitlines(keepends=True)  # a moment is written with more digits or fewer
    os.truncate(path, len(first) + len(second) - 10)
    assert steps(path) == [1]
    again = EventWriter(path)
    assert again.torn_bytes == len(second) - 10
    again.write(metric(2))
    again.write(metric(3))
    again.close()
    assert steps(path) == [1, 2, 3]


def test_a_torn_line_of_any_length_is_found(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    for whole, torn in ((b"", b"x" * 200_000), (b"a\n", b"x" * 65_536), (b"a\n", b""), (b"a\nb\n", b"x" * 65_535)):
        path.write_bytes(whole + torn)
        log = EventWriter(path)
        log.close()
        assert log.torn_bytes == len(torn)
        assert path.read_bytes() == whole


def test_a_damaged_line_in_the_middle_costs_that_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    log = EventWriter(path)
    for step in range(3):
        log.write(metric(step))
    log.close()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[1][:20] + b"\x00\xff" + lines[1][22:] + lines[2])
    tail = tail_events(path)
    assert [event.step for event in tail.read() if isinstance(event, MetricBatch)] == [0, 2]
    assert tail.skipped == 1


def test_a_newer_log_is_not_half_read(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b'{"v":2,"type":"phase","phase":"x"}\n')
    with pytest.raises(KDError) as caught:
        tail_events(path).read()
    assert caught.value.code is Code.NEWER_VERSION


def test_a_full_disk_is_said_and_the_log_goes_on_whole(small_disk: SmallDisk) -> None:
    disk = small_disk("256k")
    path = disk / "events.jsonl"
    log = EventWriter(path)
    log.write(metric(0))
    ballast = disk / "ballast"
    ballast.write_bytes(b"\0" * free_bytes(disk))
    written = 1
    with pytest.raises(KDError) as caught:  # noqa: PT012 - it fits some lines
        for step in range(1, 1000):
            log.write(metric(step))
            written = step + 1
    assert caught.value.code is Code.DISK_FULL
    for _ in range(3):
        with pytest.raises(KDError):
            log.write(Notice(level="info", code="x", message="m" * 8192))
    assert path.read_bytes().endswith(b"\n")
    ballast.unlink()
    log.write(metric(written))
    log.write(metric(written + 1))
    log.close()
    assert steps(path) == list(range(written + 2))


def test_a_log_on_a_read_only_disk_is_still_read(read_only_disk: ReadOnlyDisk) -> None:
    def fill(disk: Path) -> None:
        log = EventWriter(disk / "events.jsonl")
        log.write(metric(7))
        log.close()

    assert steps(read_only_disk(fill) / "events.jsonl") == [7]


def test_a_command_that_was_sent_while_the_worker_started_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "commands.jsonl"
    writer.send(path, Stop())  # to an earlier session
    before = path.stat().st_size
    writer.send(path, Pause())
    commands = tail_commands(path, before)
    writer.send(path, Save())
    assert [type(command) for command in commands.read()] == [Pause, Save]


def test_commands_of_earlier_sessions_are_not_obeyed_again(tmp_path: Path) -> None:
    path = tmp_path / "commands.jsonl"
    writer.send(path, Stop())
    commands = tail_commands(path)
    assert commands.read() == []
    writer.send(path, Stop(keep=False))
    (command,) = commands.read()
    assert isinstance(command, Stop)
    assert not command.keep


def test_half_a_command_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "commands.jsonl"
    commands = tail_commands(path)
    path.write_bytes(b'{"v":1,"type":"st')
    writer.send(path, Pause())
    assert [type(command) for command in commands.read()] == [Pause]
    assert commands.skipped == 1


def test_a_command_on_a_full_disk_is_said(small_disk: SmallDisk) -> None:
    disk = small_disk("64k")
    (disk / "ballast").write_bytes(b"\0" * free_bytes(disk))
    with pytest.raises(KDError) as caught:
        writer.send(disk / "commands.jsonl", Stop())
    assert caught.value.code is Code.DISK_FULL


SENDER = """
import sys; from pathlib import Path
from kdstudio.protocol.commands import Save; from kdstudio.runs import writer
for _ in range(200): writer.send(Path(sys.argv[1]), Save())
"""


def test_many_clients_never_mix_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "commands.jsonl"
    clients = [subprocess.Popen([sys.executable, "-c", SENDER, str(path)], cwd=ROOT) for _ in range(4)]
    assert [client.wait() for client in clients] == [0] * 4
    commands = tail_commands(path, 0)
    assert len(commands.read()) == 800
    assert commands.skipped == 0


TALKER = """
import sys; from pathlib import Path
from kdstudio.protocol.events import MetricBatch; from kdstudio.runs.writer import EventWriter
log = EventWriter(Path(sys.argv[1]))
sys.stdout.write(f"{log.torn_bytes}\\n"); sys.stdout.flush()
step = int(sys.argv[2])
while True:
    log.write(MetricBatch(step=step, seconds=0.0, values={"a": float(step)})); step += 1
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_killed_writer_loses_no_line(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    for _ in range(3):
        start = len(steps(path)) if path.exists() else 0
        command = [sys.executable, "-c", TALKER, str(path), str(start)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as talker:
            assert talker.stdout is not None
            talker.stdout.readline()
            while len(steps(path)) < start + 50:
                pass
            talker.send_signal(signal.SIGKILL)
            talker.wait()
        EventWriter(path).close()
        assert steps(path) == list(range(len(steps(path))))
