from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kdstudio.core import catalog as catalogs
from kdstudio.engine import catalog

ROOT = Path(__file__).resolve().parents[3]


def test_the_catalog_is_up_to_date() -> None:
    built = catalog.build()
    assert catalogs.path().read_bytes() == catalog.render(built), "run “python -m kdstudio.engine.catalog”"
    assert catalogs.load() == built


def test_the_order_does_not_depend_on_what_was_imported_first() -> None:
    script = (
        "import kdstudio.engine.models.nets.wrn, kdstudio.engine.models.nets.efficientnet_lite\n"
        "from kdstudio.engine.models.registry import all_architectures\n"
        "print(*all_architectures())"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.split() == [info.name for info in catalogs.load().architectures]


def test_students_of_a_task_come_smallest_first() -> None:
    sizes = [info.figures.parameters for info in catalogs.load().for_task("image-classification")]
    assert sizes == sorted(sizes)
