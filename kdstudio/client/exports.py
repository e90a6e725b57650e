"""Export folders: where they are, and the pages that show one in a browser."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from urllib.parse import quote

import msgspec

from kdstudio.client.page_server import Mount, PageServer
from kdstudio.core import samples
from kdstudio.core.deliverable import Deliverable
from kdstudio.core.errors import Code, KDError
from kdstudio.runs import record
from kdstudio.runs.workspace import Workspace

MEASURED = "measured.json"
_PAGE = "/samples/web/"
_OFFLINE = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; form-action 'none'",
    "Set-Cookie": "consent=1; SameSite=Strict",
}


def find(name: str) -> Path:
    """An export folder by its path, or that of a run by name. Raises ``RUN_NOT_FOUND`` or ``RUN_NOT_READY``."""
    path = Path(name).expanduser()
    if (path / MEASURED).is_file():
        return path.resolve()
    run = Workspace().find(name)
    report = record.report(run)
    folder = record.export_folder(run, report) if report is not None else None
    if folder is None or not (folder / MEASURED).is_file():
        raise KDError(
            Code.RUN_NOT_READY,
            f"{run.path.name} has no finished export.",
            f"Let the run finish, or export it with “kdstudio export {run.path.name}”.",
        )
    return folder


def try_in_browser(export: Path, port: int = 0) -> PageServer:
    """Serve an export and its page.

    The page, and the libraries that it loads, come from the app where the export does not carry them: only one for
    the browser holds ONNX Runtime Web, and an export of long ago holds no page.
    """
    ours = samples.folder()
    mounts = (
        Mount("/", export),
        Mount(f"{_PAGE}lib/", samples.libraries()),
        Mount(_PAGE, ours / "web"),
        Mount(_PAGE, ours / "javascript"),
    )
    return PageServer(f"{_PAGE}index.html", mounts, port=port)


def graph_in_browser(model: Path, port: int = 0) -> PageServer:
    """Show the graph of a model file with Netron, whose pages are taken from its package as they are.

    Netron’s own server would have the page ask a service for the country it is in, for consent to cookies, and report
    its use. Here the page believes itself unpackaged and asked already, which keeps all that off, and the policy sent
    with it forbids any connection but to this server.
    """
    found = importlib.util.find_spec("netron")
    if found is None or found.origin is None:
        raise KDError(Code.ENGINE_UNAVAILABLE, "Netron is not installed.", "Install it with “pip install netron”.")
    folder = Path(found.origin).parent
    page = (folder / "index.html").read_text(encoding="utf-8")
    name = quote(model.name)
    metas = f'<meta name="version" content="0.0.0"><meta name="file" content="/data/{name}">'
    page = re.sub(r'<meta name="version" content="[^"]*">', metas, page, count=1)
    page = re.sub(r'<meta name="date" content="[^"]*">', "", page, count=1)  # after half a year it asks for an update
    mounts = (Mount("/data/", model.parent), Mount("/", folder))
    return PageServer("/", mounts, pages={"/": page.encode()}, headers=_OFFLINE, port=port)


def deliverable(export: Path) -> Deliverable:
    """What an export says of its files. Raises ``MODEL_DAMAGED``."""
    path = export / MEASURED
    try:
        return msgspec.json.decode(path.read_bytes(), type=Deliverable)
    except (OSError, msgspec.MsgspecError) as error:
        raise KDError(Code.MODEL_DAMAGED, f"{path} cannot be read: {error}.", "Export the run again.") from None


def model_file(export: Path, variant: str = "") -> Path:
    """The file of a variant, or the one that is recommended. Raises ``MODEL_NOT_FOUND``."""
    made = deliverable(export)
    check = made.file(variant or made.recommended)
    if check is None or not (export / check.file).is_file():
        known = ", ".join(check.variant for check in made.files)
        raise KDError(
            Code.MODEL_NOT_FOUND,
            f"{export.name} holds no file for “{variant or made.recommended}”.",
            f"Known: {known}.",
        )
    return export / check.file
