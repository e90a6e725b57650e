"""The pages, each in a module of its own that is imported when the page is first shown."""

from __future__ import annotations

import importlib
from typing import cast

from kdstudio.gui.page import Page
from kdstudio.gui.page_table import PAGES
from kdstudio.gui.studio import Studio

__all__ = ["PAGES", "make"]


def make(key: str, studio: Studio) -> Page:
    """Build the page called ``key``."""
    module, _, name = PAGES[key].partition(":")
    build = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    return cast("Page", build(studio))
