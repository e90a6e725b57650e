"""The sections of the models page."""
