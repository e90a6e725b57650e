class Value:
    tag: str
    simple_value: float

class Summary:
    value: list[Value]

class Event:
    wall_time: float
    step: int
    summary: Summary
    file_version: str
    def __init__(self, *, wall_time: float, step: int, summary: Summary) -> None: ...
    @classmethod
    def FromString(cls, data: bytes) -> Event: ...
