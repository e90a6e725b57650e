"""The part of scikit-learn's linear models that the held-out score uses."""

class LogisticRegression:
    def __init__(self, *, max_iter: int = ..., class_weight: str | None = ...) -> None: ...
