"""Fetch the JavaScript libraries of ``resources/web`` from npm again, at their pinned versions, file by file.

    python packaging/web_libraries.py           fetch, compare with the pinned hashes, and write the files
    python packaging/web_libraries.py --pin     the same after a change of version: write the new hashes too

``resources/web/libraries.json`` names each package, its version and licence, and the SHA-256 of every file that is
taken from it. The licence texts beside them are kept by hand: not every package carries its own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "web"
PINS = FOLDER / "libraries.json"


def fetch(name: str, version: str, place: Path) -> Path:
    """Download one package with npm, whose own settings say where from."""
    done = subprocess.run(
        ["npm", "pack", f"{name}@{version}", "--silent", "--pack-destination", str(place)],
        cwd=place,
        capture_output=True,
        text=True,
        check=True,
    )
    return place / done.stdout.strip().splitlines()[-1]


def take(library: dict[str, Any], *, pin: bool) -> list[str]:
    """Write the files of one library; returns what is wrong with them."""
    wrong = []
    with tempfile.TemporaryDirectory() as place:
        archive = fetch(library["package"], library["version"], Path(place))
        with tarfile.open(archive) as opened:
            for file in library["files"]:
                member = opened.extractfile(f"package/{file['from']}")
                if member is None:
                    wrong.append(f"{library['package']} has no {file['from']}")
                    continue
                data = member.read()
                digest = hashlib.sha256(data).hexdigest()
                if pin:
                    file["sha256"] = digest
                if digest != file["sha256"]:
                    wrong.append(f"{library['package']} {library['version']}: {file['from']} is not the pinned file")
                    continue
                target = FOLDER / library["folder"] / Path(file["from"]).name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
    return wrong


def main() -> int:
    """Fetch every library."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="write the hashes of what was fetched")
    pin = parser.parse_args().pin
    libraries = json.loads(PINS.read_text(encoding="utf-8"))
    wrong = [line for library in libraries for line in take(library, pin=pin)]
    if pin:
        PINS.write_text(json.dumps(libraries, indent=2) + "\n", encoding="utf-8")
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
