"""Authoring: tools for the people who write dialogs."""
