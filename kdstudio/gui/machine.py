"""What this machine has, read without torch. Call from a background thread: it may start a process."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 5


@dataclass(frozen=True)
class Machine:
    """Names and sizes; ``gpu`` is empty where none was found. Sizes are in bytes."""

    cpu: str
    cores: int
    gpu: str
    memory: int
    memory_free: int
    disk_free: int


def look(folder: Path) -> Machine:
    """Look at this machine; ``folder`` says which disk is meant."""
    import psutil  # not before the first paint

    from kdstudio.runs.files import free_bytes

    memory = psutil.virtual_memory()
    return Machine(
        cpu=_cpu_name(),
        cores=psutil.cpu_count(logical=True) or 1,
        gpu=_gpu_name(),
        memory=memory.total,
        memory_free=memory.available,
        disk_free=free_bytes(folder),
    )


def _cpu_name() -> str:
    if sys.platform == "linux":
        try:
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
        except OSError:
            pass
    if sys.platform == "darwin":
        return _output("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()
    return platform.processor() or platform.machine()


def _gpu_name() -> str:
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return "Apple GPU"
    return _output("nvidia-smi", "--query-gpu=name", "--format=csv,noheader").partition("\n")[0]


def _output(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return ""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
