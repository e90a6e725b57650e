"""Sample projects that an export carries: what each is, as the ``sample.toml`` in its folder says.

One folder below ``resources/deploy`` is one sample. A folder without ``sample.toml`` holds code that several samples
share. Samples are plain files without templates: at run time they read ``labels.json``, ``preprocessing.json``,
``measured.json`` and the model from the export folder two levels above them.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from kdstudio.core import resources
from kdstudio.core.deliverable import TargetName
from kdstudio.core.recipe import TaskKind

DESCRIPTION = "sample.toml"


class Sample(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sample project.

    ``name`` is that of its folder; in an export it is ``place`` where two samples of one language, for pictures and for
    texts, go by one name. ``run`` is the command that runs it, said in its own folder, on the export’s
    example where it wants an input; where no command does, it is a sentence and ``by_hand`` is true. ``main`` is the
    file to read first. ``targets`` are those it suits, none for every target. ``shared`` names the folders beside it
    whose files it needs too. ``libraries`` are the folders of ``resources/web`` that a page loads. ``pixels`` says
    that it runs the file which takes pictures as they are, ``tokens`` that it reads ``tokens.txt``.
    """

    name: str = ""
    place: str = ""
    title: str
    language: str
    summary: str
    run: str
    by_hand: bool = False
    main: str
    tasks: tuple[TaskKind, ...]
    targets: tuple[TargetName, ...] = ()
    shared: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    pixels: bool = False
    tokens: bool = False

    def suits(self, target: TargetName, task: TaskKind, *, pixels: bool = True, tokens: bool = True) -> bool:
        """Whether it belongs into an export for this target.

        ``pixels`` says that there is a file for its pictures, ``tokens`` that there is a ``tokens.txt``.
        """
        has_all = (pixels or not self.pixels) and (tokens or not self.tokens)
        return task in self.tasks and (not self.targets or target in self.targets) and has_all


def folder() -> Path:
    """Where the samples are that ship with the app."""
    return resources.root() / "deploy"


def libraries() -> Path:
    """Where the libraries are that pages load."""
    return resources.root() / "web"


def read(place: Path) -> tuple[Sample, ...]:
    """The samples in a folder, by name; none where there is no such folder. Raises ``msgspec.MsgspecError``."""
    found = sorted(place.glob(f"*/{DESCRIPTION}"))
    return tuple(
        msgspec.structs.replace(msgspec.toml.decode(path.read_bytes(), type=Sample), name=path.parent.name)
        for path in found
    )
