"""The parts of SciPy that the search for near duplicates uses."""
