"""One file a task: how its data is read, fed to a model and prepared for a single prediction."""

from kdstudio.engine.tasks.base import Task, View, get

__all__ = ["Task", "View", "get"]
