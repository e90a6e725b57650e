"""The bundled task, which lacks nothing but a teacher."""

from __future__ import annotations

from kdstudio.core.resources import resolve
from kdstudio.core.synthesis import Synthesis
from kdstudio.gui import background
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.past import Example
from kdstudio.runs.task_folder import TaskFolder

SAMPLE = "sample:reviews"


def begin(studio: Studio) -> None:
    """Begin with a copy of it, its held-out examples too."""
    folder, teaching = TaskFolder(resolve(SAMPLE)), studio.teaching

    def copy(found: tuple[Synthesis, list[Example]]) -> None:
        task, examples = found
        studio.new_recipe()
        teaching.begin(task)
        teaching.keep_then(lambda _: teaching.work.set_held_out(examples))
        studio.go("task")

    background.run(lambda: (folder.read(), folder.read_held_out()), copy)
