"""Puts the sample projects that suit an export into its folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from kdstudio.core import samples
from kdstudio.core.deliverable import TargetName
from kdstudio.core.recipe import TaskKind
from kdstudio.core.samples import Sample

_LEFT_BEHIND = shutil.ignore_patterns("node_modules", "package-lock.json", "__pycache__", "build")
"""What trying a sample in its own place leaves there."""


def copy(
    export: Path,
    target: TargetName,
    task: TaskKind,
    source: Path | None = None,
    *,
    pixels: bool = True,
    tokens: bool = True,
) -> tuple[Sample, ...]:
    """Copy every sample of ``source`` that suits the target and the task to ``samples/NAME`` of an export folder.

    Without ``pixels`` there is no file that takes pictures as they are, and no sample that needs it; so it is with
    ``tokens`` and ``tokens.txt``.
    A sample gets the files of the folders that it shares with others as its own, so that its folder can be taken out.
    An export for the browser carries the libraries of its pages, so that any web server will do; for the other targets
    these forty megabytes stay with the app, whose own server lends them to the page.
    """
    source = source or samples.folder()
    known = samples.read(source)
    chosen = tuple(sample for sample in known if sample.suits(target, task, pixels=pixels, tokens=tokens))
    for sample in chosen:
        place = export / "samples" / (sample.place or sample.name)
        for part in (*sample.shared, sample.name):
            _copy(source / part, place)
        for library in sample.libraries if target == "browser" else ():
            _copy(samples.libraries() / library, place / "lib" / library)
    return samples.read(export / "samples")


def _copy(source: Path, target: Path) -> None:
    shutil.copytree(source, target, dirs_exist_ok=True, copy_function=shutil.copyfile, ignore=_LEFT_BEHIND)
