"""Store: keeps the log of saved talks; knows nothing of what the entries mean."""
