"""The heavy process: one job folder, one worker."""
