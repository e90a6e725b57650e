"""Fetching a model from the Hugging Face hub, when a person asked for it by name: the one place that uses a network.

Only files that are read later are fetched: the configuration, the weights (safetensors before anything else), what
prepares the inputs, the model card and the licence. Code is left where it is.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from huggingface_hub import HfApi, errors, hf_hub_download
from huggingface_hub.errors import HTTPError  # type: ignore[attr-defined] # what its transport raises
from huggingface_hub.hf_api import ModelInfo, RepoSibling
from tqdm import tqdm

from kdstudio.core.errors import Code, KDError, first_line
from kdstudio.core.hub import SOURCE, HubFile, HubModel, model_id
from kdstudio.engine.models.hub_files import CONFIG, PREPROCESSOR, TOKENIZER, TOKENIZER_CONFIG
from kdstudio.engine.progress import Reporter
from kdstudio.runs.files import discard, disk_error, sha256, sync_folder, write_atomic

_BESIDE = (
    *(CONFIG, PREPROCESSOR, TOKENIZER, TOKENIZER_CONFIG, "special_tokens_map.json"),
    *("vocab.txt", "vocab.json", "merges.txt", "README.md", "LICENSE", "LICENSE.md", "LICENSE.txt"),
)
_WEIGHTS = (
    r"model\.safetensors",
    r"model-\d{5}-of-\d{5}\.safetensors|model\.safetensors\.index\.json",
    r"pytorch_model\.bin",
    r"pytorch_model-\d{5}-of-\d{5}\.bin|pytorch_model\.bin\.index\.json",
)
"""The first of these that a model has is taken."""


def look(model: str, revision: str = "main") -> HubModel:
    """What there is of a model, without fetching it.

    Raises ``MODEL_NOT_FOUND``, ``MODEL_FORMAT`` where it holds nothing that could be read, or ``HUB_UNREACHABLE``.
    """
    name = model_id(model)
    with _in_words(name):
        info = HfApi().model_info(name, revision=revision, files_metadata=True)
    files = {sibling.rfilename: sibling for sibling in info.siblings or ()}
    wanted = _wanted(sorted(files))
    if CONFIG not in wanted or len(wanted) == len(set(wanted) & set(_BESIDE)):
        raise KDError(
            Code.MODEL_FORMAT,
            f"{name} holds no network of the transformers library with PyTorch weights.",
            f"A model with {CONFIG} and model.safetensors can be fetched; others can be exported to ONNX.",
        )
    return HubModel(
        id=name,
        commit=info.sha or "",
        licence=_licence(info),
        task=info.pipeline_tag or "",
        files=tuple(_file(files[file]) for file in wanted),
    )


def _wanted(names: Sequence[str]) -> list[str]:
    weights = next((found for kind in _WEIGHTS if (found := [n for n in names if re.fullmatch(kind, n)])), [])
    return [*(name for name in _BESIDE if name in names), *weights]


def _file(sibling: RepoSibling) -> HubFile:
    lfs: Any = sibling.lfs
    return HubFile(name=sibling.rfilename, size_bytes=sibling.size or 0, sha256=lfs.sha256 if lfs else "")


def _licence(info: ModelInfo) -> str:
    card: Any = info.card_data or {}
    return str(card.get("license_name") or card.get("license") or "")


def fetch(model: HubModel, into: Path, reporter: Reporter) -> HubModel:
    """Download a model into ``into/owner--name@commit``, from where an earlier attempt ended, and check its hashes.

    A folder that is there already is complete: it takes its name as the last step.

    Raises ``DISK_FULL``, ``MODEL_DAMAGED``, or what :func:`look` raises.
    """
    folder = into / model.place
    if not (folder / SOURCE).is_file():
        staging = into / f".{model.place}.partial"
        try:
            staging.mkdir(parents=True, exist_ok=True)
            _require_room(model, staging)
            _download(model, staging, reporter)
            write_atomic(staging / SOURCE, msgspec.json.format(msgspec.json.encode(model)) + b"\n")
            staging.rename(folder)
            sync_folder(into)
        except OSError as error:
            raise disk_error(error, folder) from error
    return msgspec.structs.replace(model, folder=str(folder))


def _require_room(model: HubModel, staging: Path) -> None:
    here = sum(path.stat().st_size for path in staging.rglob("*") if path.is_file())
    free, needed = shutil.disk_usage(staging).free, model.size_bytes - here
    if needed > free:
        raise KDError(
            Code.DISK_FULL,
            f"{model.id} needs {needed / 1e9:.1f} GB; {free / 1e9:.1f} GB are free in {staging.parent}.",
            "Make room, or choose a smaller model.",
        )


def _download(model: HubModel, staging: Path, reporter: Reporter) -> None:
    done, total = 0, model.size_bytes / 1e6
    for file in model.files:
        path = staging / file.name
        if not path.is_file() or path.stat().st_size != file.size_bytes:
            bar = _bar(partial(_tell, reporter, done, total))
            with _in_words(model.id):
                hf_hub_download(model.id, file.name, revision=model.commit, local_dir=staging, tqdm_class=bar)
        if file.sha256 and sha256(path) != file.sha256:
            discard(path)
            raise KDError(
                Code.MODEL_DAMAGED, f"{file.name} of {model.id} did not arrive as the hub has it.", "Fetch it again."
            )
        done += file.size_bytes
        reporter.progress(done / 1e6, total, "MB")
    discard(staging / ".cache")  # what the library notes of downloads under way


def _tell(reporter: Reporter, before: int, total: float, count: int) -> None:
    reporter.progress((before + count) / 1e6, total, "MB")


def _bar(told: Callable[[int], None]) -> type[tqdm]:
    """The library's only way to hear of progress: a silent bar that passes on the bytes of one file."""

    class Bar(tqdm):
        def __init__(self, *arguments: Any, initial: int = 0, **settings: Any) -> None:
            super().__init__(*arguments, initial=initial, **{**settings, "disable": True})
            self.count = initial

        def update(self, n: float | None = 1) -> bool | None:
            self.count += int(n or 0)
            told(self.count)
            return None

    return Bar


@contextmanager
def _in_words(name: str) -> Iterator[None]:
    """The library's errors as ours."""
    try:
        yield
    except errors.GatedRepoError:
        raise KDError(
            Code.MODEL_NOT_FOUND,
            f"{name} asks that its terms are accepted first.",
            "Accept them on its page, then log in once with “hf auth login”, and fetch it again.",
        ) from None
    except errors.RepositoryNotFoundError:
        raise KDError(
            Code.MODEL_NOT_FOUND,
            f"There is no model “{name}” on the hub, or it is private.",
            "Check the name; for a private one log in once with “hf auth login”.",
        ) from None
    except errors.RevisionNotFoundError:
        raise KDError(Code.MODEL_NOT_FOUND, f"{name} has no such revision.", "Leave it out, or check it.") from None
    except errors.OfflineModeIsEnabled:
        raise KDError(
            Code.HUB_UNREACHABLE, "HF_HUB_OFFLINE forbids to ask the hub.", "Take it out of the environment."
        ) from None
    except (errors.HfHubHTTPError, errors.LocalEntryNotFoundError, ConnectionError, HTTPError) as error:
        raise KDError(
            Code.HUB_UNREACHABLE,
            f"The hub could not be asked: {first_line(error)}.",
            "Check the connection and try again; what has arrived is kept.",
        ) from error
