"""Mood over time: what was told at check-ins, day by day, in words and as a picture."""
