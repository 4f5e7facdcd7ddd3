"""Channels: the places where a talk is held; each renders effects and hears events."""
