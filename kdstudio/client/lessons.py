"""What earlier runs on the same data have shown, so that nobody pays twice for the same disappointment."""

from __future__ import annotations

from kdstudio.core.advice import Lesson
from kdstudio.core.errors import KDError
from kdstudio.core.recipe import Recipe
from kdstudio.runs import record
from kdstudio.runs.workspace import Workspace

_LOOKED_AT = 50


def learn(workspace: Workspace, recipe: Recipe) -> Lesson | None:
    """The newest finished run of the same student on the same data that also trained it alone, one with the same
    teacher before others."""
    found: Lesson | None = None
    for number, folder in enumerate(workspace.all_runs()):
        if number == _LOOKED_AT:
            break
        report = record.report(folder)
        if report is None:
            continue
        rows = [report.row(variant) for variant in ("teacher", "control", "student")]
        teacher, alone, distilled = rows
        if teacher is None or alone is None or distilled is None:
            continue
        try:
            earlier = folder.recipe()
        except (KDError, OSError):
            continue  # its page says why it cannot be read
        if (earlier.task, earlier.data, earlier.student) != (recipe.task, recipe.data, recipe.student):
            continue
        same = earlier.teacher == recipe.teacher
        if same or found is None:
            found = Lesson(
                run=earlier.name or folder.path.name,
                same_teacher=same,
                teacher=teacher.accuracy,
                alone=alone.accuracy,
                distilled=distilled.accuracy,
            )
        if same:
            break
    return found
