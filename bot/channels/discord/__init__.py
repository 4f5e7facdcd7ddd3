"""The talk on Discord, in private, for many people at once."""
