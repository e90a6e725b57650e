"""The commands that show an export in the browser, from a server of their own that ends with them."""

from __future__ import annotations

import threading
import webbrowser
from contextlib import suppress
from typing import Annotated

import typer

from kdstudio.cli.options import Json
from kdstudio.cli.output import Output
from kdstudio.client import exports
from kdstudio.client.page_server import PageServer

Export = Annotated[
    str, typer.Argument(metavar="RUN_OR_FOLDER", help="An export folder, or a run by name, a part of it, or “last”.")
]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")]
Port = Annotated[int, typer.Option(help="Port on this machine; 0 takes a free one.", min=0, max=65535)]


def try_(export: Export = "last", browser: Browser = True, port: Port = 0, json: Json = False) -> None:
    """Try an exported model in the browser: its own page, offline, until Ctrl+C."""
    output = Output(json=json)
    _serve(exports.try_in_browser(exports.find(export), port), output, browser=browser)


def graph(
    export: Export = "last",
    variant: Annotated[str, typer.Option(help="Which file, such as int8; otherwise the recommended one.")] = "",
    browser: Browser = True,
    port: Port = 0,
    json: Json = False,
) -> None:
    """Look at the graph of an exported file with Netron, offline, until Ctrl+C."""
    output = Output(json=json)
    model = exports.model_file(exports.find(export), variant)
    _serve(exports.graph_in_browser(model, port), output, browser=browser)


def _serve(server: PageServer, output: Output, *, browser: bool) -> None:
    with server, suppress(KeyboardInterrupt):
        output.say(f"{server.url}\nThis machine alone can open it. Press Ctrl+C to stop.")
        output.result({"url": server.url})
        if browser:
            webbrowser.open(server.url)
        threading.Event().wait()
