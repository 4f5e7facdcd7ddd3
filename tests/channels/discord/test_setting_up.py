"""The set-up of the bot: token, addresses, settings, commands, logs, and what `--check` finds."""

from __future__ import annotations

import json
import logging

import pytest
from click.testing import CliRunner

from bot import settings, trouble
from bot.channels import opening
from bot.channels.discord import configuring, going_live
from bot.channels.discord.commands import DESCRIPTION, fingerprint, slashes
from bot.channels.discord.configuring import SettingsError, Wishes, wishes
from bot.channels.discord.endpoints import NotLoopbackError, endpoints
from bot.channels.discord.logs import DETAIL, Wordless
from bot.channels.discord.pacing import REMEMBERED, Heard, Pace
from bot.channels.discord.people import name_of
from bot.channels.discord.running import WRONG, run
from bot.channels.discord.secrets import FILE_VARIABLE, VARIABLE, token
from bot.cli import group
from bot.dialogue.commands import COMMANDS
from tests.channels.discord.bot_process import TOKEN


@pytest.fixture(scope="module")
def loaded(cache):
    return opening.load(settings.read()._replace(cache=cache))


@pytest.fixture
def here(tmp_path, cache, loaded, monkeypatch):
    """A set-up of one's own; the shipped files are read once for all tests."""
    monkeypatch.setattr(opening, "load", lambda _here: loaded)
    private = tmp_path / "kept"
    private.mkdir(mode=0o700)
    return settings.read()._replace(db=private / "talks.db", cache=cache, country="")


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")
    file.chmod(0o600)
    return file


def test_the_token_comes_from_the_environment_or_a_file_of_ones_own(secret):
    """The environment wins, then the file it names, then the one of the settings."""
    assert "x" == token({VARIABLE: "x", FILE_VARIABLE: str(secret)}).value
    assert TOKEN == token({FILE_VARIABLE: str(secret)}).value
    assert TOKEN == token({}, str(secret)).value
    assert token({}, str(secret)).has_form


def test_a_token_that_others_can_read_is_refused(secret):
    """The mend is a command that can be copied."""
    secret.chmod(0o640)

    found = token({}, str(secret))

    assert ("", True) == (found.value, f"chmod 600 {secret}" in found.wrong)


@pytest.mark.parametrize("content", [None, "", b"\xff\xfe"])
def test_a_token_file_without_a_token_is_named(tmp_path, content):
    """Missing, empty, or no text at all."""
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        file.chmod(0o600)

    assert str(file) in token({}, str(file)).wrong


def test_a_token_is_never_printed():
    """Not even by mistake, in a log of values."""
    assert TOKEN not in repr(token({VARIABLE: TOKEN}))


@pytest.mark.parametrize(
    "url",
    ["https://discord.example/api", "http://127.0.0.1.evil.example", "http://10.0.0.1:80",
     "127.0.0.1:80", "http://[::1", "http://localhost@evil.example/"],
)  # fmt: skip
def test_no_other_machine_may_stand_in_for_discord(url):
    """It would be handed the token."""
    with pytest.raises(NotLoopbackError):
        endpoints({"DISCORD_API_BASE": url})


def test_this_machine_may_stand_in():
    """Tests name it; without that Discord's own addresses hold."""
    assert (
        "http://127.0.0.1:80/api" == endpoints({"DISCORD_API_BASE": "http://127.0.0.1:80/api/"}).api
    )
    assert not any(endpoints({}))


def test_without_a_token_nothing_starts(here, capsys):
    """One sentence says what to do, and the exit code is 2."""
    assert WRONG == run(here, {}, trouble.places)
    assert VARIABLE in capsys.readouterr().err


def test_a_foreign_address_starts_nothing(here, capsys):
    """The token stays here."""
    environ = {VARIABLE: TOKEN, "DISCORD_GATEWAY_URL": "wss://gateway.example"}

    assert WRONG == run(here, environ, trouble.places)
    assert "DISCORD_GATEWAY_URL" in capsys.readouterr().err


def test_the_shipped_settings_say_what_holds_without_them(here):
    """Each line that is commented out is what the program does anyway."""
    shipped = (here.config / configuring.FILE).read_text(encoding="utf-8")

    assert Wishes() == wishes(here.config)
    assert f"# answers_a_minute: {configuring.ANSWERS_A_MINUTE}" in shipped
    assert all(f"# {name}:" in shipped for name in Wishes._fields)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("discord: {colour: red}", "colour"),
        ("discord: {answers_a_minute: 0}", "answers_a_minute"),
        ("discord: {answers_a_minute: many}", "answers_a_minute"),
        ("discord: {token_file: 7}", "token_file"),
        ("discord: [1]", "discord"),
        ("other: 1", "discord"),
        ("discord: {", "YAML"),
    ],
)
def test_a_mistake_in_the_settings_is_named(tmp_path, content, part):
    """Nothing is left to a guess."""
    (tmp_path / configuring.FILE).write_text(content, encoding="utf-8")

    with pytest.raises(SettingsError, match=part):
        wishes(tmp_path)


def test_settings_are_read(tmp_path):
    """What is written holds; no file at all is fine, too."""
    assert Wishes() == wishes(tmp_path)
    (tmp_path / configuring.FILE).write_text(
        "discord: {answers_a_minute: 9, token_file: /x}", encoding="utf-8"
    )

    assert Wishes(9, "/x") == wishes(tmp_path)


def test_a_set_up_without_mistakes_has_an_invite_link(here):
    """The link is the one for this token's application, and asks for no right."""
    found = going_live.look_over(here, {VARIABLE: TOKEN})

    assert going_live.WRONG not in {one.how for one in found}
    (permissions,) = [one for one in found if one.what == "permissions"]
    assert "client_id=1000000000000000001" in permissions.mend
    assert permissions.mend.endswith("permissions=0")


def test_looking_over_makes_no_file(here):
    """A look changes nothing."""
    going_live.look_over(here, {VARIABLE: TOKEN})

    assert not here.db.exists()


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"dialogs": "missing"}, "dialogs"),
        ({"db": "open/talks.db"}, "database"),
        ({"config": "wrong"}, "settings"),
    ],
)
def test_each_finding_names_its_mend(here, tmp_path, change, what):
    """What is wrong is said with what helps."""
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "open" / "talks.db").touch(mode=0o644)
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / configuring.FILE).write_text("x: 1", encoding="utf-8")
    changed = here._replace(**{name: tmp_path / place for name, place in change.items()})

    found = [one for one in going_live.look_over(changed, {VARIABLE: TOKEN}) if one.what == what]

    assert [going_live.WRONG] == [one.how for one in found]
    assert str(found[0]).startswith(f"wrong  {what}: ")


def test_help_lines_that_nobody_checked_are_counted(here):
    """It is no mistake, and whoever goes live has to know it."""
    (lines,) = [one for one in going_live.look_over(here, {VARIABLE: TOKEN})
                if one.what == "help lines"]  # fmt: skip

    assert "never checked" in lines.found
    assert going_live.WRONG != lines.how


@pytest.mark.parametrize(("secret", "code"), [("", 2), ("no-token", 2), (TOKEN, 0)])
def test_the_exit_code_says_what_check_found(here, monkeypatch, secret, code):
    """0 all right, 1 something wrong, 2 no token."""
    for name, value in (("DB", here.db), ("CACHE", here.cache)):
        monkeypatch.setenv(f"AFTERWORD_{name}", str(value))
    monkeypatch.setenv(VARIABLE, secret)

    done = CliRunner().invoke(group, ["discord", "--check"], standalone_mode=False)

    assert code == done.return_value, done.output


def test_every_word_of_the_table_is_a_command_of_its_own():
    """The same words as everywhere, and one that starts."""
    names = [one.name for one in slashes()]

    assert {"reflect", "privacy", *(one.word for one in COMMANDS)} == set(names)
    assert len(names) == len(set(names)) <= 100
    assert all(1 <= len(one.description) <= DESCRIPTION for one in slashes())
    assert fingerprint(1) != fingerprint(2)


def test_a_log_line_holds_no_argument_and_no_text_of_an_error():
    """Both may be what somebody typed."""
    secret = "marmalade"
    try:
        raise ValueError(secret)  # noqa: TRY301 - an error like any other
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "heard %s", (secret,),
                                   (ValueError, error, error.__traceback__))  # fmt: skip
    setattr(record, DETAIL, {"kind": "line"})

    line = json.loads(Wordless(trouble.places).format(record))

    assert ("heard %s", "line", "error") == (line["event"], line["kind"], line["level"])
    assert secret not in json.dumps(line)


def test_a_name_in_the_store_is_no_id():
    """The same for the same person, another for everybody else."""
    assert name_of(1) == name_of(1) != name_of(2)
    assert "1234567890" not in name_of(1234567890)


def test_a_second_delivery_is_known():
    """Up to a bound that memory can bear."""
    heard = Heard()

    assert [True, False] == [heard.is_new(1), heard.is_new(1)]
    assert all(heard.is_new(one) for one in range(2, REMEMBERED + 3))
    assert heard.is_new(1)


def test_pace_counts_a_minute_for_each_person():
    """What is too much for one is nothing to the other, and a minute later it is over."""
    pace = Pace(2)

    assert [0, 0, 1, 2] == [pace.over("a", 10.0 + one) for one in range(4)]
    assert 0 == pace.over("b", 14.0)
    assert 0 == pace.over("a", 100.0)
