from __future__ import annotations

from kdstudio.core import catalog as catalogs
from kdstudio.engine import catalog


def test_the_catalog_is_up_to_date() -> None:
    built = catalog.build()
    assert catalogs.path().read_bytes() == catalog.render(built), "run “python -m kdstudio.engine.catalog”"
    assert catalogs.load() == built


def test_students_of_a_task_come_smallest_first() -> None:
    sizes = [info.figures.parameters for info in catalogs.load().for_task("image-classification")]
    assert sizes == sorted(sizes)
