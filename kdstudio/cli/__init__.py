"""Every command of the window, in the terminal."""
