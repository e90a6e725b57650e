"""A model on the Hugging Face hub, as plain data: what would be fetched, and what was (``source.json``)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import msgspec

from kdstudio.core.errors import Code, KDError

SOURCE = "source.json"
"""Beside the files of a fetched model: the :class:`HubModel` they are of."""
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?", re.ASCII)


class HubFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file; ``sha256`` is empty where the hub does not say it, as for small texts."""

    name: str
    size_bytes: int
    sha256: str = ""


class HubModel(msgspec.Struct, frozen=True, kw_only=True):
    """A model at one commit, with the files that KD Studio reads of it; ``folder`` is where they are once fetched."""

    id: str
    commit: str
    licence: str = ""
    task: str = ""
    files: tuple[HubFile, ...] = ()
    folder: str = ""

    @property
    def size_bytes(self) -> int:
        """What is downloaded."""
        return sum(file.size_bytes for file in self.files)

    @property
    def address(self) -> str:
        """The page of this very commit."""
        return f"https://huggingface.co/{self.id}/tree/{self.commit}"

    @property
    def place(self) -> str:
        """The name of its folder among the fetched models; another commit is another folder."""
        return f"{self.id.replace('/', '--')}@{self.commit[:8]}"


def model_id(text: str) -> str:
    """The id in what a person typed or copied: ``owner/name``, ``name``, or the address of the model's page.

    Raises ``MODEL_NOT_FOUND``.
    """
    found = text.strip().removeprefix("hf:")
    if "://" in found:
        found = "/".join(urlsplit(found).path.strip("/").split("/")[:2])
    if not _NAME.fullmatch(found) or ".." in found or "--" in found:
        raise KDError(
            Code.MODEL_NOT_FOUND,
            f"“{text.strip()}” is not the name of a model on the hub.",
            "It looks like microsoft/resnet-18, as at the top of the model’s page.",
        )
    return found
