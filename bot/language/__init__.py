"""Language: YAML that people write, checked and compiled into what the runtime runs."""
