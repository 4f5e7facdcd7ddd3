"""Loading everything a talk runs on, from files and from the cache, and the schema for editors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.language import cache
from bot.language.diagnostics import has_errors, render
from bot.language.library import compile_dialogs, load
from bot.language.reference import reference
from bot.language.schema import schema, schema_text
from bot.language.yaml_nodes import Mapping, Scalar, compose, read_source

ROOT = Path(__file__).parents[2]
HELLO = b"""\
dialog: tools/hello
title: Hello
nodes:
  start:
    - choose: How are you?
      as: mood
      options: {good: Good, bad: {label: Bad, signal: R5 amber}}
    - if: mood == bad and not signal(red)
      then:
        - say: "{mood}, then."
    - end: met
"""


@pytest.fixture
def folders(tmp_path):
    (tmp_path / "dialogs/tools").mkdir(parents=True)
    (tmp_path / "dialogs/tools/hello.yaml").write_bytes(HELLO)
    (tmp_path / "config").mkdir()
    (tmp_path / "config/safety-paths.yaml").write_text("paths:\n  R5 amber: tools/hello\n", "utf-8")
    return tmp_path / "dialogs", tmp_path / "config", tmp_path / "cache"


def test_a_folder_of_dialogs_becomes_a_library(folders):
    """Dialogs are found by their path, and signals lead to them."""
    dialogs, config, _ = folders

    loaded = load(dialogs, config)

    assert () == loaded.diagnostics
    assert ["tools/hello"] == list(loaded.library.programs)
    assert "tools/hello" == loaded.library.path("R5", "amber")


def test_a_path_for_a_signal_must_lead_somewhere(folders):
    """A signal that opens nothing is an error, and there is no library."""
    dialogs, config, _ = folders
    (config / "safety-paths.yaml").write_text("paths:\n  R99: tools/helo\n", "utf-8")

    loaded = load(dialogs, config)

    assert ["D115", "D203"] == [one.code for one in loaded.diagnostics]
    assert loaded.library is None


def test_rules_lines_and_sentences_that_are_wrong_are_told_with_their_place(folders):
    """Every file a talk needs is read with the same care."""
    dialogs, config, _ = folders
    (config / "safety").mkdir()
    (config / "safety/crisis.yaml").write_text("title: T\npatern: {}\n", "utf-8")
    (config / "resources.yaml").write_text("countries:\n  - iso: x\n", "utf-8")
    (config / "texts").mkdir()
    (config / "texts/en.yaml").write_text("skipped: []\n", "utf-8")

    found = {one.code for one in load(dialogs, config).diagnostics}

    assert {"D114", "D118", "D119", "D120"} == found


def test_the_shipped_settings_have_no_error():
    """The files that come with the program can be used."""
    loaded = load(ROOT / "dialogs", ROOT / "config")
    wrong = [
        one for one in loaded.diagnostics if one.file.startswith("config/") and one.code != "D203"
    ]

    assert not has_errors(wrong), render(wrong, loaded.sources)


# --- the cache ----------------------------------------------------------------------


def test_what_comes_from_the_cache_is_what_was_loaded(folders):
    """Programs, sentences, lines and paths survive the way through plain data."""
    dialogs, config, kept = folders

    first = cache.load_cached(dialogs, config, kept)
    second = cache.load_cached(dialogs, config, kept)

    assert first.library is not second.library
    assert dict(first.library.programs) == dict(second.library.programs)
    assert first.library.paths == second.library.paths
    assert first.library.lines == second.library.lines


def test_a_changed_file_is_read_anew(folders):
    """The cache is found by content, so an edit is never missed."""
    dialogs, config, kept = folders
    cache.load_cached(dialogs, config, kept)
    (dialogs / "tools/hello.yaml").write_bytes(
        HELLO.replace(b"title: Hello", b"title: Good evening")
    )

    loaded = cache.load_cached(dialogs, config, kept)

    assert "Good evening" == loaded.library.programs["tools/hello"].title


@pytest.mark.parametrize(
    "harm", [lambda old: old[:-5], lambda old: old[:40] + b"x" + old[41:], lambda _: b""]
)
def test_a_damaged_cache_is_done_without(folders, harm):
    """A file that was cut short or changed is not trusted."""
    dialogs, config, kept = folders
    cache.load_cached(dialogs, config, kept)
    file = kept / cache.FILE
    file.write_bytes(harm(file.read_bytes()))

    assert ["tools/hello"] == list(cache.load_cached(dialogs, config, kept).library.programs)


def test_a_cache_that_cannot_be_written_is_done_without(folders):
    """A folder that is a file stops nothing."""
    dialogs, config, kept = folders
    kept.write_text("in the way", "utf-8")

    assert cache.load_cached(dialogs, config, kept).library is not None


def test_a_library_with_errors_is_not_kept(folders):
    """What is wrong is told again at the next start."""
    dialogs, config, kept = folders
    (dialogs / "tools/hello.yaml").write_bytes(HELLO.replace(b"end: met", b"edn: met"))

    assert cache.load_cached(dialogs, config, kept).library is None
    assert cache.load_cached(dialogs, config, kept).diagnostics


def test_a_start_from_the_cache_reads_no_yaml(folders):
    """Nothing of the compiler is imported when nothing has changed."""
    dialogs, config, kept = folders
    cache.load_cached(dialogs, config, kept)
    code = (
        "import sys; from pathlib import Path; from bot.language.cache import load_cached;"
        "loaded = load_cached(*map(Path, sys.argv[1:]));"
        "print(loaded.library.programs['tools/hello'].title, 'yaml' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, dialogs, config, kept],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip

    assert "Hello False" == done.stdout.strip()


# --- the schema -----------------------------------------------------------------------


def as_an_editor_reads(node):
    if isinstance(node, Scalar):
        try:
            return float(node.text) if node.plain else node.text
        except ValueError:
            return node.text
    if isinstance(node, Mapping):
        return {key.text: as_an_editor_reads(value) for key, value in node.entries}
    return [as_an_editor_reads(one) for one in node.items]


def validator():
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft7Validator.check_schema(schema())
    return jsonschema.Draft7Validator(schema())


def test_the_schema_takes_what_the_loader_takes():
    """Every dialog that compiles is fine in an editor, too."""
    valid = validator()
    texts = [HELLO, *(path.read_bytes() for path in sorted((ROOT / "dialogs").rglob("*.yaml")))]
    docs = (ROOT / "docs/dialog-language.md").read_text("utf-8").split("```yaml\n")[1:]
    texts += [part.partition("```")[0].encode() for part in docs]

    for text in texts:
        _, report = read_source("a.yaml", text)
        node = compose(report)
        assert [] == [one.message for one in valid.iter_errors(as_an_editor_reads(node))], text[:60]


WRONG = [
    (b"as: mood", b"sa: mood"),
    (b"say:", b"sya:"),
    (b"title: Hello\n", b""),
    (b"nodes:", b"node:"),
]


@pytest.mark.parametrize(("right", "wrong"), WRONG)
def test_the_schema_and_the_loader_refuse_the_same_shapes(right, wrong):
    """A misspelt or missing key is marked in the editor as it is by `check`."""
    text = HELLO.replace(right, wrong)
    _, report = read_source("a.yaml", text)

    assert list(validator().iter_errors(as_an_editor_reads(compose(report))))
    assert compile_dialogs({"dialogs/tools/hello.yaml": text}).diagnostics


def test_the_published_schema_is_fresh():
    """`dialogs/schema.json` is what the shapes say today."""
    published = (ROOT / "dialogs/schema.json").read_text("utf-8")

    assert json.loads(published) == schema()
    assert published == schema_text()


def test_the_page_for_authors_is_fresh():
    """`dialogs/README.md` lists what can be written today."""
    assert reference() == (ROOT / "dialogs/README.md").read_text("utf-8")
