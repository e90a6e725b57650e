"""The language of a job folder: events the worker writes, commands its clients write, one JSON object a line."""
