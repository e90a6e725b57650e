"""Export a dozen kinds of students to every kind of file and hold each to the bars.

    python -m benchmarks.export_students --data DATA [--kept FOLDER] [--only ResNet-8 BERT] [--avx2]
    python -m benchmarks.export_students --table

DATA holds ``mnist`` (IDX files) and ``package_sections``. Trained weights are looked for and kept in FOLDER, so that a
second round only exports. ``--avx2`` does it all once more as a processor without AVX-512 and VNNI would, whose integer
products saturate (Linux on Intel, needs ``cc``). Each round replaces its students in ``results/export_students.json``
and writes ``results/export_students.md`` from it; ``--table`` only writes the table.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks import export_table
from benchmarks.export_table import Line, Round
from benchmarks.students import STUDENTS, Trained, trained
from kdstudio.core.deliverable import Deliverable, FileCheck
from kdstudio.core.inputs import TextInput
from kdstudio.core.recipe import ExportSpec
from kdstudio.engine.progress import Silent
from kdstudio.export import cpu, feeds
from kdstudio.export.graph import inspect
from kdstudio.export.pipeline import ExportResult, export
from kdstudio.export.timing import latency

_MASKED = "KDSTUDIO_ONLY_AVX2"


def as_avx2(folder: Path) -> int:
    """Run this very command again as a processor with AVX2 alone."""
    library = folder / "only_avx2.so"
    source = Path(__file__).with_name("only_avx2.c")
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", library, source], check=True)
    command = [sys.executable, "-m", "benchmarks.export_students", *sys.argv[1:]]
    return subprocess.run(command, env={**os.environ, "LD_PRELOAD": str(library), _MASKED: "1"}, check=False).returncode


def line(check: FileCheck, made: Deliverable, alone: dict[str, float]) -> Line:
    """What the table shows of one file; ``alone`` are milliseconds of the processor at one thread by variant."""
    fp32 = made.files[0]
    return Line(
        variant=check.variant,
        title=check.title,
        size_bytes=check.size_bytes,
        accuracy=check.accuracy["test"],
        points=100 * (check.accuracy["test"] - fp32.accuracy["test"]),
        agreement=check.agreement["test"],
        default_kernel=check.agreement["validation"],
        precise_kernel=check.precise_agreement,
        integer_share=check.integer_share,
        parity=check.parity,
        median_ms=tuple(round(ms, 4) for ms in (alone[check.variant], check.timings[-1].median_ms)),
        speed=(
            round(alone["fp32"] / alone[check.variant], 3),
            round(fp32.timings[-1].median_ms / check.timings[-1].median_ms, 3),
        ),
        steps=check.steps,
        recommended=check.variant == made.recommended,
    )


def one_thread(student: Trained, result: ExportResult) -> dict[str, float]:
    """Median milliseconds of the processor for one answer on one thread, the files taking turns.

    The processor's time, because the wall clock also counts what others did meanwhile, and more so for slower files.
    """
    data = student.data
    feed = feeds.feed(student.task, data.train, np.arange(1), data.input)
    pad = data.input.pad_id if isinstance(data.input, TextInput) else 0
    files = {file.variant: (file.path, feed) for file in result.files}
    return {name: found.median_ms for name, found in latency(files, pad=pad, clock=time.thread_time).items()}


def one(name: str, data: Path, kept: Path) -> Round:
    """Train or load one student and export it."""
    student = trained(name, data, kept)
    with tempfile.TemporaryDirectory() as folder:
        result = export(
            student.module,
            task=student.task,
            dataset=student.data,
            spec=ExportSpec(variants=("all",)),
            folder=Path(folder) / "out",
            lineage={},
            reporter=Silent(),
        )
        graph = inspect(result.folder / "onnx/model.onnx")
        alone = one_thread(student, result)
    made = result.deliverable
    return Round(
        student=name,
        processor=made.processor,
        threads=made.threads,
        saturates=cpu.saturates(),
        encoder=graph.attention,
        examples=made.examples,
        lines=tuple(line(check, made, alone) for check in made.files),
        reason=made.reason,
        notes=result.notes,
    )


def main() -> int:
    """Train, export, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--kept", type=Path, default=Path(tempfile.gettempdir()) / "kdstudio-students")
    parser.add_argument("--only", nargs="*", choices=list(STUDENTS), default=list(STUDENTS))
    parser.add_argument("--avx2", action="store_true")
    parser.add_argument("--table", action="store_true")
    arguments = parser.parse_args()
    if not arguments.table:
        arguments.kept.mkdir(parents=True, exist_ok=True)
        if arguments.avx2 and not os.environ.get(_MASKED):
            return as_avx2(arguments.kept)
        for name in arguments.only:
            found = one(name, arguments.data, arguments.kept)
            export_table.add(found)
            sys.stdout.write(f"{name}: {'; '.join(found.misses) or 'every bar held'}\n")
            sys.stdout.flush()
    export_table.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
