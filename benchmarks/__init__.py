"""Measurements, side by side in one run. Figures in the documents come from here."""
