"""One file a distillation method, found by discovery here and in the entry-point group ``kdstudio.methods``."""

from kdstudio.engine.methods.base import Batch, FeatureMethod, Method, all_methods, create, method

__all__ = ["Batch", "FeatureMethod", "Method", "all_methods", "create", "method"]
