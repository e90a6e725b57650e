"""What this machine’s processor is, and what it can do that matters to integer kernels."""

from __future__ import annotations

import os

import psutil
import torch


def saturates() -> bool:
    """Whether U8S8 kernels may saturate here: x86 without VNNI multiplies into 16 bits (``vpmaddubsw``)."""
    found = torch.cpu.get_capabilities()
    x86 = "x86" in str(found.get("architecture", "")).lower()
    return x86 and not (found.get("avx512_vnni") or found.get("avx_vnni"))


def name() -> str:
    """The processor with the widest instructions that its kernels use, such as “Intel Xeon, AVX-512 VNNI”."""
    found = torch.cpu.get_capabilities()
    widest = [
        words
        for flag, words in (("avx512_vnni", "AVX-512 VNNI"), ("avx_vnni", "AVX VNNI"), ("avx512_f", "AVX-512"))
        if found.get(flag)
    ]
    widest += ["AVX2"] if found.get("avx2") else []
    title = str(found.get("cpu_name") or found.get("architecture") or "unknown processor")
    return ", ".join([title, *widest[:1]])


def cores() -> int:
    """Physical cores that this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else psutil.cpu_count() or 1
    return max(1, min(psutil.cpu_count(logical=False) or 1, allowed))
