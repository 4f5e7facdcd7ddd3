"""One module a command of the command line, each brought in only when it is asked for."""
