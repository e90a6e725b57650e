"""Entry of the heavy process: take the folder's lock, do its job, leave a last word whatever happens."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
import traceback
from pathlib import Path

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.listener import Stopped
from kdstudio.protocol.events import JobFailed, JobFinished
from kdstudio.protocol.exits import WorkerExit
from kdstudio.runs import lock
from kdstudio.runs.files import discard, sweep
from kdstudio.runs.layout import RunFolder
from kdstudio.worker.follower import Follower
from kdstudio.worker.leader import Leader


def main(arguments: list[str]) -> int:
    """Work on a job folder; returns the process's exit code.

    Arguments: the folder, and the size that its ``commands.jsonl`` had when the client started this process, so
    that what was asked while Python was starting is not lost.
    """
    faulthandler.enable()
    _prepare_environment()
    folder = RunFolder(Path(arguments[0]).resolve())
    if int(os.environ.get("RANK", "0")) > 0:
        from kdstudio.worker import jobs

        jobs.run(folder.job(), folder, Follower(folder))
        return WorkerExit.DONE
    try:
        held = lock.hold(folder)
    except KDError as error:
        sys.stderr.write(f"{error}\n")
        return WorkerExit.BUSY
    with held:
        sweep(folder.path)
        return _work(folder, int(arguments[1]) if len(arguments) > 1 else None)


def _prepare_environment() -> None:
    """Set what must stand before torch is loaded.

    OpenMP threads that spin while they wait make a busy desktop up to six times slower.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("KMP_BLOCKTIME", "0")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("HF_HUB_DISABLE_XET", "1")  # a plain download can be cancelled and gone on with
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"


def _work(folder: RunFolder, commands_from: int | None) -> int:
    with Leader(folder, commands_from) as context:
        try:
            job = folder.job()
            from kdstudio.worker import jobs

            jobs.run(job, folder, context)
        except Stopped as stopped:
            if not stopped.keep:
                discard(folder.checkpoints)
            context.emit(JobFinished(outcome="stopped" if stopped.keep else "discarded", reason=stopped.reason))
            return WorkerExit.STOPPED
        except KDError as error:
            context.emit(_failure(error))
            return WorkerExit.FAILED
        except BaseException as error:  # the last word of the process, whatever went wrong
            context.emit(_failure(_in_words(error)))
            return WorkerExit.FAILED
        context.emit(JobFinished(outcome="done"))
        return WorkerExit.DONE


def _failure(error: KDError) -> JobFailed:
    return JobFailed(code=error.code, message=error.message, hint=error.hint, traceback=traceback.format_exc())


def _in_words(error: BaseException) -> KDError:
    if isinstance(error, ImportError):
        return KDError(
            Code.ENGINE_UNAVAILABLE,
            f"The training engine is incomplete: {error}.",
            "Install KD Studio again, or choose another Python in Settings.",
        )
    if isinstance(error, MemoryError):
        return KDError(Code.OUT_OF_MEMORY, "Ran out of memory.", "Close other programs, or choose a smaller batch.")
    name = type(error).__name__
    return KDError(
        Code.INTERNAL, f"Something unforeseen went wrong: {name}: {error}", "Copy the details and report it."
    )


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main(sys.argv[1:]))
