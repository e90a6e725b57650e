"""The sections of the data page."""
