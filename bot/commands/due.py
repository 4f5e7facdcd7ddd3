"""`afterword due`: says whether something waits that somebody asked to be reminded of; for cron or systemd."""

from __future__ import annotations

import click

from bot.commands.looking import host_here

WAITS = "afterword: something waits for you, as you asked."
"""Says nothing about what it is: it may be read over a shoulder."""


@click.command()
@click.option("--what", is_flag=True, help="Say what it is, too.")
def command(*, what: bool) -> int:
    """Print one line when a reminder is due, and nothing otherwise.

    At most once a day, not in your quiet hours, and once for each reminder. Put it into cron or a
    systemd timer yourself: nothing is installed for you. What is due is offered at the next start.

    \b
    Examples:
      afterword due
      afterword due --what
    """  # noqa: D301 - click's mark for "keep these lines"
    from bot.channels.opening import ME  # noqa: PLC0415 - `--help` needs no talk
    from bot.reminding import due_now, note_told  # noqa: PLC0415 - as above
    from bot.rooms import title_of  # noqa: PLC0415 - as above

    with host_here() as host:
        store, now = host.kept(), host.clock.now()
        due = due_now(store, ME, now, host.is_calm) if store is not None else ()
        titles = [
            title_of(host.library, one.dialog) for one in due if one.dialog in host.library.programs
        ]
        if store is None or not titles:
            return 0
        note_told(store, ME, now)
        click.echo(f"{WAITS} {' · '.join(titles)}" if what else WAITS)
    return 0
