"""A small network of the transformers library, as several models of a hub, and one that is none.

python -m tests.hub_models FOLDER
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from transformers import ResNetConfig, ResNetForImageClassification

OWNERS = ("gated", "cut", "slow", "wrong")
"""Those whom :mod:`tests.hub_server` gives a fault."""


def main(root: Path) -> None:
    """Write them all below ``root``."""
    ours = root / "maker" / "tiny-resnet"
    config = ResNetConfig(embedding_size=16, hidden_sizes=[32, 64], depths=[1, 1], layer_type="basic", num_labels=3)
    ResNetForImageClassification(config).save_pretrained(ours)
    (ours / "README.md").write_text("---\nlicense: apache-2.0\n---\n# Tiny\n", encoding="utf-8")
    (ours / "modeling_tiny.py").write_text("raise SystemExit('code of a model was run')", encoding="utf-8")
    for owner in OWNERS:
        shutil.copytree(ours, root / owner / "tiny-resnet")
    (root / "maker" / "words").mkdir()
    (root / "maker" / "words" / "README.md").write_text("# No model", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
