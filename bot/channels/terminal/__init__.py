"""The full terminal: one open input line under the talk; finished turns are printed above it."""
