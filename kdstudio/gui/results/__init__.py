"""The parts of the results page, each looking at one run's answers to the test examples."""
