"""Training: data, models, methods and the loop. Runs in the worker process only."""
