"""Thresholds of the detectors, tuned on this computer to what its trainers said."""
