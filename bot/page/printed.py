"""The page as one HTML file: for any screen and for A4 or letter paper, with nothing loaded or run."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from bot.mood import course
from bot.mood.svg import mood_svg
from bot.page import layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.page.layout import Block, Section
    from bot.page.sheet import Page

# The type grows with the window, so that the page can be read when it is zoomed far out, too.
_STYLE = """
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #23211d; --soft: #5d584f; --edge: #ddd7cb;
  --tint: #f1ede4; --mark: #7a4b2a; --good: #2f6b3a; --bad: #9b3a2e; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #1b1a18; --ink: #ece7dd; --soft: #aea698; --edge: #3b3833; --tint: #262421;
    --mark: #e0b48f; --good: #8fc79a; --bad: #e79b90; }
}
* { box-sizing: border-box; }
html { font-size: max(1.0625rem, calc(0.85rem + 0.55vw)); -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Charter, "Iowan Old Style", "Palatino Linotype", Georgia, serif; }
main { max-width: 38rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; font-weight: 600; }
h2 { margin: 2.4rem 0 .7rem; padding-top: .9rem; border-top: 1px solid var(--edge);
  font-size: 1.2rem; line-height: 1.3; color: var(--mark); }
h3 { margin: 1.3rem 0 .3rem; font-size: 1rem; color: var(--soft); }
p { margin: .5rem 0; }
.day, footer { color: var(--soft); }
.asked { margin: 1.1rem 0 .25rem; color: var(--soft); }
blockquote { margin: .25rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--edge);
  font-size: 1.08rem; font-style: italic; white-space: pre-line; }
.hold { margin: .6rem 0 0; padding: 1.1rem 1.3rem; border: 0; border-radius: .5rem; background: var(--tint);
  font-size: 1.25rem; }
#result p { font-size: 1.08rem; }
ul { margin: .4rem 0; padding-left: 1.2rem; }
li { margin: .3rem 0; }
.signs { padding: 0; list-style: none; }
.signs li { display: grid; grid-template-columns: 1.6rem 1fr; align-items: baseline; }
.sign { font-weight: 700; }
.side { color: var(--soft); }
.for .sign { color: var(--good); }
.against .sign { color: var(--bad); }
#lines li { font-weight: 600; }
figure { margin: .6rem 0; }
figure svg { display: block; border-radius: .5rem; }
summary { color: var(--soft); }
footer { margin-top: 3rem; padding-top: .9rem; border-top: 1px solid var(--edge); font-size: .9rem; }
@page { margin: 18mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --edge: #bbb; --tint: #f4f4f4; --mark: #000;
    --good: #000; --bad: #000; }
  html { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  h2 { margin-top: 1.5rem; break-after: avoid; }
  h3, .asked { break-after: avoid; }
  blockquote, li, .hold, figure { break-inside: avoid; }
  details { display: none; }
}
""".strip()

_RULES = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
_LISTED = (layout.Fact, layout.Sign, layout.Bullet)
_CLASSES = {"✓": "for", "✗": "against", "~": "mixed", "?": "unknown"}


def html(page: Page, lines: Sequence[str]) -> str:
    """Return the page as one HTML document; `lines` are as in `layout.sections`."""
    about = " · ".join(one for one in (page.day, page.title) if one)
    body = "\n".join(_section(one) for one in layout.sections(page, lines))
    return f"""<!doctype html>
<html lang="{escape(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_RULES}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{layout.TITLE}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<main>
<h1>{layout.TITLE}</h1>
<p class="day">{escape(about)}</p>
{body}
<footer><p>{escape(layout.ONE_SIDE)}</p></footer>
</main>
</body>
</html>
"""


def _section(section: Section) -> str:
    blocks = "\n".join(_grouped(section.blocks))
    name = section.name
    heading = f'<h2 id="{name}-heading">{escape(section.heading)}</h2>'
    return (
        f'<section id="{name}" aria-labelledby="{name}-heading">\n{heading}\n{blocks}\n</section>'
    )


def _grouped(blocks: Sequence[Block]) -> Iterator[str]:
    """Write blocks, those of a list within one."""
    listed = False
    for block in blocks:
        if isinstance(block, _LISTED) != listed:
            listed = not listed
            signs = ' class="signs"' if isinstance(block, layout.Sign) else ""
            yield f"<ul{signs}>" if listed else "</ul>"
        yield _written(block)
    if listed:
        yield "</ul>"


def _written(block: Block) -> str:
    match block:
        case layout.Quote():
            words = "\n".join(f"<blockquote>{_quoted(one)}</blockquote>" for one in block.words)
            return f'<p class="asked">{escape(block.question)}</p>\n{words}'
        case layout.Fact():
            return f"<li>{escape(block.question)} <strong>{escape(block.answer)}</strong></li>"
        case layout.Sign():
            kind = _CLASSES.get(block.sign, "mixed")
            return (
                f'<li class="{kind}"><span class="sign" aria-hidden="true">{block.sign}</span> '
                f'<span><span class="side">{escape(block.word)}:</span> '
                f"{escape(block.sentence)}</span></li>"
            )
        case layout.Bullet():
            return f"<li>{escape(block.text)}</li>"
        case layout.Subhead():
            return f"<h3>{escape(block.text)}</h3>"
        case layout.Line():
            return f"<p>{escape(block.text)}</p>"
        case layout.Held():
            return f'<blockquote class="hold">{_quoted(block.text)}</blockquote>'
        case layout.Picture():
            lines = "\n".join(f"<li>{escape(one)}</li>" for one in course.lines(block.mood))
            return (
                f"<figure>\n{mood_svg(block.mood, within=True)}</figure>\n"
                f"<details><summary>The same in words</summary>\n<ul>\n{lines}\n</ul>\n</details>"
            )
        case _:
            assert_never(block)


def _quoted(words: str) -> str:
    return escape(layout.in_quotes(words))
