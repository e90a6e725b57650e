"""What the window and the terminal share: start a worker, follow a job folder, fold its events into a view."""
