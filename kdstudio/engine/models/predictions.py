"""A teacher that is a file of its own answers, keyed by example or in the order of the data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import TeacherSpec
from kdstudio.engine.data.dataset import Dataset, Examples
from kdstudio.engine.models import answers, classes
from kdstudio.engine.models.predictions_file import SPLITS, Table, read
from kdstudio.engine.models.teacher import Query
from kdstudio.runs.files import sha256


class PredictionsTeacher:
    """See :class:`kdstudio.engine.models.teacher.Teacher`. It knows the unchanged examples alone."""

    module: nn.Module | None = None
    sees_views = False
    parameters: int | None = None
    size_bytes: int | None = None

    def __init__(self, path: Path, spec: TeacherSpec, dataset: Dataset) -> None:
        """Raises ``MODEL_MISMATCH`` naming the first example without an answer, and what :func:`read` raises."""
        table = read(path)
        self.title = f"The file {path.name}"
        self.fingerprint = f"{sha256(path)}-{spec.output}-{'|'.join(spec.classes)}-{'|'.join(dataset.labels)}"
        if not np.isfinite(table.rows).all():
            row = int(np.flatnonzero(~np.isfinite(table.rows).all(1))[0])
            raise KDError(
                Code.MODEL_DAMAGED,
                f"{path.name} holds values that are not numbers in row {row + 1:,}.",
                "Compute the predictions again.",
            )
        kind = answers.reading(spec.output, table.rows)
        names = spec.classes or _class_names(table.names, dataset.labels)
        self.named = bool(names)
        order = classes.order(names, kind.columns(table.rows), dataset.labels, self.title)
        logits = torch.from_numpy(kind.logits(table.rows))
        self._logits = logits if order is None else logits[:, order]
        splits = [dataset.split(name) for name in SPLITS]
        self._rows = _rows(path, table, splits, made=dataset.health.split_made)

    def logits(self, query: Query) -> Tensor:
        """Logits float32 ``(B, C)``, on the device of the inputs."""
        rows = [self._rows[query.examples.ids[place]] for place in query.index.tolist()]
        return self._logits[torch.tensor(rows)].to(next(iter(query.inputs.values())).device)


def _class_names(columns: tuple[str, ...], labels: tuple[str, ...]) -> tuple[str, ...]:
    """Columns name classes where at least one is a class; otherwise they are taken in label order."""
    return columns if set(columns) & set(labels) else ()


def _rows(path: Path, table: Table, splits: list[Examples], *, made: bool) -> dict[str, int]:
    """The row of every example by its id."""
    if table.ids is None:
        return _in_order(path, len(table.rows), splits, made=made)
    rows = dict(zip(table.ids, range(len(table.ids)), strict=True))
    if len(rows) != len(table.ids):
        ((twice, _),) = Counter(table.ids).most_common(1)
        raise KDError(Code.MODEL_DAMAGED, f"{path.name} holds “{twice}” twice.", "Keep one row for each example.")
    missing = [name for split in splits for name in split.ids if name not in rows]
    if missing:
        total = sum(map(len, splits))
        raise KDError(
            Code.MODEL_MISMATCH,
            f"{path.name} has no row for {len(missing):,} of {total:,} examples; the first is “{missing[0]}”.",
            "Ids are the paths or rows that the data page shows, such as “train/cat/1.png”.",
        )
    return rows


def _in_order(path: Path, count: int, splits: list[Examples], *, made: bool) -> dict[str, int]:
    total = sum(map(len, splits))
    if made or count != total:
        cause = (
            "the split was made here, so the order of the examples is not known to the file"
            if made
            else f"it has {count:,} rows and the data {total:,} examples (training, validation and test together)"
        )
        raise KDError(
            Code.MODEL_MISMATCH,
            f"The rows of {path.name} cannot be matched to the examples: {cause}.",
            "Add a column “id” with the path or row of each example.",
        )
    names = (name for split in splits for name in split.ids)
    return {name: row for row, name in enumerate(names)}
