"""The parts of tensorboardX that the worker uses."""
