"""What this machine’s processor can do that matters to integer kernels."""

from __future__ import annotations

import torch


def saturates() -> bool:
    """Whether U8S8 kernels may saturate here: x86 without VNNI multiplies into 16 bits (``vpmaddubsw``)."""
    found = torch.cpu.get_capabilities()
    x86 = "x86" in str(found.get("architecture", "")).lower()
    return x86 and not (found.get("avx512_vnni") or found.get("avx_vnni"))
