"""Peak memory of reading and training on N and on 10 N images: it must not grow with the data.

    python benchmarks/memory.py --examples 6000

Each size runs in a process of its own: it reads an IDX file into the cache, then draws batches for the
same number of steps from all of it (reading and feeding is what this measures; the network adds the same to
both). The last line is the ratio of the peaks; the bar is 1.1.
"""

from __future__ import annotations

import argparse
import resource
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

SIDE = 28


def write(folder: Path, examples: int) -> None:
    """A training and a test file of noise, written in pieces."""
    rng = np.random.default_rng(0)
    folder.mkdir()
    for name, count in (("train", examples), ("t10k", examples // 6)):
        with (folder / f"{name}-images-idx3-ubyte").open("wb") as stream:
            stream.write(struct.pack(">HBBIII", 0, 8, 3, count, SIDE, SIDE))
            for start in range(0, count, 1000):
                stream.write(rng.integers(0, 256, (min(1000, count - start), SIDE, SIDE), np.uint8).tobytes())
        with (folder / f"{name}-labels-idx1-ubyte").open("wb") as stream:
            stream.write(struct.pack(">HBBI", 0, 8, 1, count) + (np.arange(count) % 10).astype(np.uint8).tobytes())


def measure(folder: Path, cache: Path, steps: int) -> None:
    """Read, feed, print the peak in kilobytes."""
    from kdstudio.core.recipe import AugmentSpec, DataSpec, Recipe
    from kdstudio.engine.progress import Silent
    from kdstudio.engine.tasks import View, get

    task = get("image-classification")
    data = task.load(Recipe(data=DataSpec(path=str(folder))), cache, Silent())
    rng = np.random.default_rng(0)
    for step in range(steps):
        index = rng.integers(0, len(data.train), 128)
        task.batch(data.train, index, data.input, View(AugmentSpec(), 0, step))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=6000)
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--measure", nargs=2, metavar=("DATA", "CACHE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(*map(Path, options.measure), options.steps)
        return
    peaks = []
    with tempfile.TemporaryDirectory() as temporary:
        for examples in (options.examples, 10 * options.examples):
            folder = Path(temporary) / str(examples)
            write(folder, examples)
            command = [sys.executable, __file__, "--steps", str(options.steps)]
            command += ["--measure", str(folder), str(Path(temporary) / f"cache{examples}")]
            peaks.append(int(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
            print(f"{examples:>9,} images: {peaks[-1] / 1024:7.1f} MB")
    print(f"ratio {peaks[1] / peaks[0]:.3f}")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main()
