"""A worker without an engine: the real log, lock and commands, and a story told by ``KDSTUDIO_STORY``.

Run as ``KDSTUDIO_ENGINE_PYTHON``, so it gets the arguments ``-m kdstudio worker FOLDER OFFSET``.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import socket
import sys
import time
from pathlib import Path

from kdstudio.core.metrics import Report, Row
from kdstudio.protocol.commands import Stop
from kdstudio.protocol.events import (
    CheckpointSaved,
    Event,
    JobFailed,
    JobFinished,
    JobStarted,
    MetricBatch,
    Phase,
    PhaseChanged,
    Progress,
    StateChanged,
)
from kdstudio.runs import lock
from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.reader import tail_commands, tail_events
from kdstudio.runs.writer import EventWriter

ROWS = tuple(
    Row(
        variant=variant,
        title=variant,
        accuracy=accuracy,
        size_bytes=size,
        parameters=1000,
        latency_ms=0.1,
        agreement=0.9,
    )
    for variant, accuracy, size in (
        ("teacher", 0.98, 9000),
        ("control", 0.95, 1000),
        ("student", 0.97, 1000),
        ("fp32", 0.97, 1000),
        ("int8", 0.965, 300),
    )
)


def main(arguments: list[str]) -> int:
    story = os.environ.get("KDSTUDIO_STORY", "done")
    faulthandler.enable()
    folder = RunFolder(Path(arguments[3]))
    if story == "no-start":
        sys.stderr.write("No module named 'kdstudio_heavy'\n")
        return 1
    if story == "slow-start":
        time.sleep(0.7)
    try:
        held = lock.hold(folder)
    except Exception:
        return 5
    with held:
        log = EventWriter(folder.events)
        Teller(folder, log, tail_commands(folder.commands, int(arguments[4]))).tell(story)
        log.close()
    return 0


class Teller:
    def __init__(self, folder: RunFolder, log: EventWriter, commands: object) -> None:
        self.folder, self.log, self.commands = folder, log, commands

    def say(self, *events: Event) -> None:
        for event in events:
            self.log.write(event)

    def tell(self, story: str) -> None:
        session = 1 + sum(isinstance(event, JobStarted) for event in tail_events(self.folder.events).read())
        phases = (Phase("data", "Read the data"), Phase("student", "Distil the student"))
        kind = str(self.folder.job().__struct_config__.tag)
        host = "elsewhere" if story == "other-host" else socket.gethostname()
        self.say(
            JobStarted(kind=kind, session=session, pid=os.getpid(), host=host, version="0", phases=phases),
            PhaseChanged(phase="data"),
            Progress(phase="data", done=1, total=1),
            PhaseChanged(phase="student"),
            MetricBatch(step=100, seconds=1.0, values={"teacher/train/loss": 0.5}),
            Progress(phase="student", done=40, total=100, unit="steps", seconds_left=3.0),
            MetricBatch(step=40, seconds=1.0, values={"student/train/loss": 0.5}),
            CheckpointSaved(role="student", step=30, path="checkpoints/student/step-30", size_bytes=1),
        )
        match story:
            case "kill" | "other-host":
                os.kill(os.getpid(), signal.SIGKILL)
            case "segv":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "fail":
                self.say(JobFailed(code="disk-full", message="The disk is full.", hint="Free some.", traceback="Tb"))
            case "hang" | "slow-start":
                self.hang()
            case "deaf":
                watch = lock.LeaseWatch(self.folder.lease)
                while not watch.expired():
                    time.sleep(0.1)
            case _:
                report = Report(rows=ROWS, evaluations={}, export_dir=str(self.folder.artifacts / "export"))
                import msgspec

                write_atomic(self.folder.artifacts / "report.json", msgspec.json.encode(report))
                self.say(JobFinished(outcome="done"))

    def hang(self) -> None:
        """Wait for a stop, or until nobody watches any more."""
        watch = lock.LeaseWatch(self.folder.lease)
        while not watch.expired():
            for command in self.commands.read():  # type: ignore[attr-defined] # a tail of commands
                if isinstance(command, Stop):
                    outcome = "stopped" if command.keep else "discarded"
                    self.say(StateChanged(state="stopping"), JobFinished(outcome=outcome))  # type: ignore[arg-type] # one of the two
                    return
            time.sleep(0.02)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
