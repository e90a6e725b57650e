"""Collect the window's texts and compile its translations with Qt's own tools.

    python packaging/translations.py           update the .ts files from the code and compile them
    python packaging/translations.py --check   fail where a text is missing, unfinished or not compiled

Besides the window's own texts there are two contexts: ``schema``, the words of every setting, and ``engine``, the
sentences of the engine, which ``resources/sentences.json`` lists for the window. The .ts files are edited with Qt
Linguist (``pyside6-linguist``) or by hand.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent))

import schema
import sentences

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de")
SENTENCES = ROOT / "resources" / "sentences.json"


def sources() -> list[str]:
    """Every module that speaks to a person."""
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "kdstudio" / "gui").rglob("*.py"))]


def update(file: Path, *, plurals_only: bool) -> None:
    """Bring a .ts file in step with the code; what is gone from the code is dropped."""
    options = ["-no-obsolete", "-locations", "none", *(["-pluralonly"] if plurals_only else [])]
    languages = ["-source-language", "en", "-target-language", file.stem.partition("_")[2]]
    with tempfile.TemporaryDirectory() as temporary:
        module = Path(temporary) / "collected.py"
        module.write_text(_collected(), encoding="utf-8")
        _run("pyside6-lupdate", *options, *sources(), str(module), *languages, "-ts", str(file))


def _collected() -> str:
    """A module for lupdate to read, with the texts that stand in no module of the window."""
    texts = [("schema", text) for text in schema.collect()] + [("engine", text) for text in sentences.collect()]
    lines = [f"translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})" for context, text in texts]
    return "\n".join(("from PySide6.QtCore import QCoreApplication", "translate = QCoreApplication.translate", *lines))


def listed() -> str:
    """What ``resources/sentences.json`` must hold."""
    return json.dumps(sentences.collect(), ensure_ascii=False, indent=0) + "\n"


def compile_(file: Path, target: Path) -> None:
    """Make the .qm file that is loaded."""
    _run("pyside6-lrelease", "-silent", str(file), "-qm", str(target))


def unfinished(file: Path) -> list[str]:
    """Texts without a translation."""
    found = []
    for message in ElementTree.parse(file).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        if translation.get("type") == "unfinished" or not all(forms):
            found.append(message.findtext("source") or "")
    return found


def _run(*command: str) -> None:
    tool = Path(sys.executable).with_name(command[0])
    found = str(tool) if tool.exists() else command[0]
    done = subprocess.run([found, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command[:2])} failed:\n{done.stdout}{done.stderr}")


def problems() -> list[str]:
    """What is missing, unfinished or not compiled."""
    fresh_list = SENTENCES.exists() and SENTENCES.read_text(encoding="utf-8") == listed()
    found = [] if fresh_list else [f"{SENTENCES.name} is not made from the newest code"]
    with tempfile.TemporaryDirectory() as temporary:
        for language in LANGUAGES:
            file = FOLDER / f"kdstudio_{language}.ts"
            fresh = Path(temporary) / file.name
            fresh.write_bytes(file.read_bytes())
            update(fresh, plurals_only=language == "en")
            found += [f"{language}: no translation of “{text}”" for text in unfinished(fresh)]
            compiled = Path(temporary) / "fresh.qm"
            compile_(fresh, compiled)
            if compiled.read_bytes() != file.with_suffix(".qm").read_bytes():
                found.append(f"{language}: {file.with_suffix('.qm').name} is not compiled from the newest texts")
    return found


def main() -> int:
    """Update or check; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, fail where something is missing")
    if parser.parse_args().check:
        found = problems()
        print("\n".join(found) or "every text is translated")
        return bool(found)
    FOLDER.mkdir(parents=True, exist_ok=True)
    SENTENCES.write_text(listed(), encoding="utf-8")
    for language in LANGUAGES:
        file = FOLDER / f"kdstudio_{language}.ts"
        update(file, plurals_only=language == "en")
        compile_(file, file.with_suffix(".qm"))
        print(f"{language}: {len(unfinished(file))} texts without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
