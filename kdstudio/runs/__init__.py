"""Job folders: where their files are, who may write them, how they are read."""
