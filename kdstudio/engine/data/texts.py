"""Reading texts into a store."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

from kdstudio.core.recipe import DataSpec
from kdstudio.engine.data.source import Source
from kdstudio.engine.data.store import StoreWriter
from kdstudio.engine.data.strings import StringWriter
from kdstudio.engine.progress import Reporter

_REPORT = 1024


def build(source: Source, spec: DataSpec, folder: Path, reporter: Reporter) -> None:
    """Write a store with its texts; two that differ only at the ends or in Unicode form count as the same."""
    digests = bytearray()
    with StoreWriter(folder) as writer:
        texts = StringWriter(folder / "texts")
        for record in source.records():
            row = writer.add(record)
            text = record.payload if isinstance(record.payload, str) else ""
            texts.append(text)
            same = unicodedata.normalize("NFC", text).strip()
            digests += hashlib.blake2b(same.encode(), digest_size=16).digest()
            if row % _REPORT == 0:
                reporter.progress(row, max(source.total, row), "texts")
        texts.close()
        writer.finish(digests)
