"""One file a way of making the network smaller; each turns the FP32 file into another file."""
