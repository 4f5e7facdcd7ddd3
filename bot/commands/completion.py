"""`afterword completion`: what lets a shell finish commands, options and the names of dialogs."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from bot import settings


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(*, shell: str) -> int:
    """Print what lets SHELL finish commands, options and the names of dialogs.

    \b
    Examples:
      eval "$(afterword completion bash)"      in ~/.bashrc
      eval "$(afterword completion zsh)"       in ~/.zshrc
      afterword completion fish > ~/.config/fish/completions/afterword.fish
    """  # noqa: D301 - click's mark for "keep these lines"
    known = get_completion_class(shell)
    if known is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    root = click.get_current_context().find_root().command
    # Not through the class itself: that would start the shell to look at its version.
    click.echo(
        known.source_template % known(root, {}, settings.NAME, settings.COMPLETES).source_vars()
    )
    return 0
