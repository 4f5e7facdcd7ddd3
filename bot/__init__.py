"""Afterword: a private, rules-based reflection companion for the weeks after a breakup."""
