"""Reads guards: from an author's condition to the runtime's nodes, every name looked up and typed.

Precedence: `not`, then `and`, then `or`. After `==`, `!=`, `in` and `has` a word is a member of
the left side's type. After a mistake the rest of the file is still read; the guard is unknown then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue import expressions as e
from bot.language.diagnostics import did_you_mean, nearest
from bot.language.rules import LEVELS
from bot.language.tokens import INSTEAD, Token, instead_of, tokens
from bot.language.types import (
    DATE,
    FITTING,
    LIST,
    MANY,
    NUMBER,
    ONE,
    TEXT,
    Answer,
    Type,
    is_beyond_reach,
    settled,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.language.diagnostics import Report, Span
    from bot.language.kinds import Word
    from bot.language.names import Names

_ORDER = frozenset({"==", "!=", "<", "<=", ">", ">="})


class _UnreadableError(Exception):
    """The guard cannot be read past this point; it was reported."""


class GuardReader:
    """Reads the guards of one file."""

    def __init__(self, names: Names, report: Report) -> None:
        self.names = names
        self.report = report

    def read(
        self, word: Word, *, inside: frozenset[str] = frozenset(), promise: bool = False
    ) -> e.Guard:
        """Return the guard; `inside` names the `for each` around it. Unknown after a mistake."""
        if not word:
            return e.UNKNOWN
        try:
            return _Parser(self, word, inside, promise=promise).whole()
        except _UnreadableError:
            return e.UNKNOWN

    def fact(self, name: str, span: Span, inside: frozenset[str], *, promise: bool) -> e.Guard:
        """Return the guard a fact stands for."""
        circle = self.names.circle
        if name in self.names.circular:
            return e.UNKNOWN
        if name in circle:
            self.names.circular |= set(circle)
            way = " → ".join(f"`{one}`" for one in (*circle[circle.index(name) :], name))
            self.report.add("D210", span, f"the fact `{name}` hangs on itself: {way}")
            return e.UNKNOWN
        circle.append(name)
        try:
            return self.read(self.names.facts[name], inside=inside, promise=promise)
        finally:
            circle.pop()


class _Parser:
    def __init__(
        self, reader: GuardReader, word: Word, inside: frozenset[str], *, promise: bool
    ) -> None:
        self.reader = reader
        self.names = reader.names
        self.word = word
        self.inside = inside
        self.promise = promise
        self.tokens = tokens(word.text)
        self.at = 0

    # --- the tokens ---

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.token
        self.at = min(self.at + 1, len(self.tokens) - 1)
        return token

    def takes(self, *texts: str) -> bool:
        if self.token.text in texts and self.token.kind != "end":
            self.take()
            return True
        return False

    def needs(self, text: str) -> None:
        if not self.takes(text):
            self.stuck(f"`{text}`")

    def stuck(self, wanted: str) -> None:
        token = self.token
        what = "the condition ends here" if token.kind == "end" else f"`{token.text}` stands here"
        help_ = instead_of(token, wanted)
        self.wrong("D301", token, f"{what}, where {wanted} was expected", help_)
        raise _UnreadableError

    def span(self, token: Token) -> Span:
        return self.word.within(self.reader.report.source, token.start, token.end)

    def wrong(self, code: str, token: Token, message: str, help_: str = "") -> None:
        self.reader.report.add(code, self.span(token), message, help_)

    # --- the grammar ---

    def whole(self) -> e.Guard:
        guard = self.either()
        if self.token.kind != "end":
            self.stuck("`and`, `or` or the end of the condition")
        return guard

    def either(self) -> e.Guard:
        parts = [self.both()]
        while self.takes("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else e.Or(tuple(parts))

    def both(self) -> e.Guard:
        parts = [self.opposite()]
        while self.takes("and"):
            parts.append(self.opposite())
        return parts[0] if len(parts) == 1 else e.And(tuple(parts))

    def opposite(self) -> e.Guard:
        if self.takes("not"):
            return e.Not(self.opposite())
        return self.test()

    def test(self) -> e.Guard:
        if self.takes("("):
            guard = self.either()
            self.needs(")")
            return guard
        token = self.token
        if token.kind not in ("name", "number"):
            self.stuck("a test")
        self.take()
        special = self._specials().get(token.text)
        if special is not None:
            return special(token)
        if self.token.text in _ORDER or self.token.text in ("in", "has"):
            return self.comparison(token)
        return self.bare(token)

    def _specials(self) -> Mapping[str, Callable[[Token], e.Guard]]:
        return {
            "answered": lambda _: e.Answered(self.of_answer()),
            "unknown": self.unknown,
            "sure": self.sure,
            "visited": lambda _: e.Visited(self.of_dialog(brackets=True)),
            "signal": self.signal,
            "for": self.side,
            "against": self.side,
            "mixed": self.side,
            "any": lambda _: e.AnyItem(*self.items()),
            "all": lambda _: e.AllItems(*self.items()),
            "count": self.order,
            "days_since": self.order,
            "at": self.at_least,
            "ends": self.ends,
            "enters": self.enters,
        }

    def bare(self, token: Token) -> e.Guard:
        name = token.text
        if self.token.kind == "odd" or self.token.text in INSTEAD:
            self.stuck("a comparison")
        if name in self.names.facts:
            return self.reader.fact(name, self.span(token), self.inside, promise=self.promise)
        if name in self.names.answers:
            self.wrong("D205", token, f"`{name}` is an answer, and no condition by itself",
                       f"compare it, as in `{name} == …`, or ask `answered({name})`")  # fmt: skip
            return e.UNKNOWN
        self.wrong(
            "D205", token, f"there is no fact `{name}`", did_you_mean(name, self.names.facts)
        )
        return e.UNKNOWN

    # --- comparisons ---

    def comparison(self, token: Token) -> e.Guard:
        if token.kind == "number":
            return self.order(token)
        answer = self.answer(token)
        operator = self.token
        if answer is None:
            self.skip_comparison()
            return e.UNKNOWN
        kind = answer.type.kind
        if operator.text == "has":
            self.take()
            if kind == ONE:
                self.misfit(operator, answer, f"write `{answer.name} == …`")
            elif kind not in (MANY, TEXT) or not answer.type.members:
                self.misfit(operator, answer, FITTING[kind])
            return e.Has(answer.name, self.member(answer))
        if operator.text == "in":
            self.take()
            if kind != ONE:
                self.misfit(operator, answer, FITTING[kind])
            return e.IsIn(answer.name, tuple(self.members(answer)))
        if kind == ONE and operator.text in ("==", "!="):
            self.take()
            guard = e.Is(answer.name, self.member(answer))
            return guard if operator.text == "==" else e.Not(guard)
        if kind != NUMBER:
            self.misfit(operator, answer, FITTING[kind])
            self.take()
            self.take()
            return e.UNKNOWN
        return self.ordered(token, e.NumberOf(answer.name), answer)

    def order(self, token: Token) -> e.Guard:
        left, answer = self.term(token)
        if self.token.text not in _ORDER:
            self.stuck("`==`, `<`, `>=` or the like")
        return self.ordered(token, left, answer)

    def ordered(self, token: Token, left: e.Term | None, answer: Answer | None) -> e.Guard:
        operator = self.take()
        other = self.take()
        if other.kind not in ("number", "name"):
            self.at -= 1
            self.stuck("a number or the name of a number answer")
        right, _ = self.term(other)
        if left is None or right is None:
            return e.UNKNOWN
        if isinstance(right, e.Number) and answer is not None:
            self._check_reach(token, other, operator.text, right.amount, answer)
        if operator.text == "!=":
            return e.Not(e.Compare(left, "==", right))
        return e.Compare(left, operator.text, right)

    def term(self, token: Token) -> tuple[e.Term | None, Answer | None]:
        if token.kind == "number":
            return e.Number(float(token.text)), None
        if token.text == "count":
            counted = self.bracketed()
            answer = self.answer(counted, whole=True)
            if answer is None:
                return None, None
            if answer.type.kind not in (MANY, LIST, TEXT) and not answer.loop:
                self.misfit(counted, answer, "`count` takes several options or a list")
            return e.CountOf(answer.name), None
        if token.text == "days_since":
            dated = self.bracketed()
            answer = self.answer(dated)
            if answer is None:
                return None, None
            if answer.type.kind != DATE:
                self.misfit(dated, answer, "`days_since` takes the answer to a `date`")
            return e.DaysSince(answer.name), None
        answer = self.answer(token)
        if answer is None:
            return None, None
        if answer.type.kind != NUMBER:
            self.misfit(token, answer, FITTING[answer.type.kind])
        return e.NumberOf(answer.name), answer

    def _check_reach(
        self, start: Token, end: Token, operator: str, amount: float, answer: Answer
    ) -> None:
        truth = settled(operator, answer.low, answer.high, amount)
        if truth is not None:
            whole = Token("name", "", start.start, end.end)
            self.wrong("D306", whole, f"this is always {'true' if truth else 'false'}",
                       f"`{answer.name}` goes from {answer.low:g} to {answer.high:g}")  # fmt: skip

    def skip_comparison(self) -> None:
        """Go past an operator and its right side, so that the rest is still read."""
        if self.take().text == "in" and self.takes("["):
            while self.token.kind != "end" and not self.takes("]"):
                self.take()
            return
        self.take()

    def member(self, answer: Answer) -> str:
        token = self.take()
        if token.kind not in ("name", "number"):
            self.at -= 1 if token.kind != "end" else 0
            self.stuck(f"an option of `{answer.name}`")
        if answer.type.members and token.text not in answer.type.members:
            self.wrong("D204", token, f"`{token.text}` is no option of `{answer.name}`",
                       did_you_mean(token.text, answer.type.members))  # fmt: skip
        return token.text

    def members(self, answer: Answer) -> Iterable[str]:
        self.needs("[")
        found = [self.member(answer)]
        while self.takes(","):
            found.append(self.member(answer))
        self.needs("]")
        return found

    def misfit(self, token: Token, answer: Answer, help_: str) -> None:
        self.wrong("D302", token, f"`{answer.name}` is {answer.type.said}, and `{token.text}` does not fit that", help_)  # fmt: skip

    # --- names ---

    def answer(self, token: Token, *, whole: bool = False) -> Answer | None:
        """Look an answer up; `whole` for what takes all items of a `for each` together."""
        answers = self.names.answers
        found = answers.get(token.text)
        if found is None:
            if not is_beyond_reach(token.text, answers):
                message = f"there is no answer `{token.text}`"
                self.wrong("D201", token, message, self._meant(token.text))
            return None
        if found.loop and not whole and found.loop not in self.inside:
            self.wrong("D302", token, f"`{found.name}` has an answer for each item",
                       f"ask `any({found.name}: …)` or `all({found.name}: …)`")  # fmt: skip
        return found

    def _meant(self, name: str) -> str:
        if name in self.names.facts:
            return f"`{name}` is a fact and stands alone"
        near = self.names.answers.get(nearest(name, self.names.answers))
        if near is None:
            return did_you_mean(name, self.names.answers)
        return f"did you mean `{near.name}` ({near.verb}, line {near.line})?"

    def bracketed(self) -> Token:
        self.needs("(")
        token = self.take()
        if token.kind != "name":
            self.at -= 1 if token.kind != "end" else 0
            self.stuck("a name")
        self.needs(")")
        return token

    def of_answer(self) -> str:
        token = self.bracketed()
        self.answer(token)
        return token.text

    def of_dialog(self, *, brackets: bool) -> str:
        token = self.bracketed() if brackets else self.take()
        if token.text not in self.names.dialogs:
            self.wrong("D203", token, f"there is no dialog `{token.text}`",
                       did_you_mean(token.text, sorted(self.names.dialogs)))  # fmt: skip
        return token.text

    def indicator(self, token: Token) -> str:
        if token.text not in self.names.indicators:
            self.wrong("D206", token, f"there is no indicator `{token.text}`",
                       did_you_mean(token.text, self.names.indicators))  # fmt: skip
        return token.text

    # --- tests with a word of their own ---

    def unknown(self, _token: Token) -> e.Guard:
        token = self.bracketed()
        if token.text in self.names.indicators:
            return e.IndicatorUnknown(token.text)
        self.answer(token)
        return e.Unknown(token.text)

    def sure(self, _token: Token) -> e.Guard:
        self.needs("(")
        guard = self.either()
        self.needs(")")
        return e.sure(guard)

    def signal(self, _token: Token) -> e.Guard:
        token = self.bracketed()
        if token.text not in LEVELS:
            self.wrong("D115", token, f"`{token.text}` is no level of a signal",
                       did_you_mean(token.text, LEVELS))  # fmt: skip
        return e.SignalAt(token.text)

    def side(self, token: Token) -> e.Guard:
        return e.Side(self.indicator(self.bracketed()), token.text)

    def items(self) -> tuple[str, e.Guard]:
        self.needs("(")
        token = self.take()
        answer = self.answer(token, whole=True)
        self.needs(":")
        outer = self.names.answers, self.inside
        if answer is not None and answer.loop:
            self.inside |= {answer.loop}
        elif answer is not None and answer.type.kind == MANY:
            self.names.answers = {
                **self.names.answers, answer.name: answer._replace(type=Type(ONE, answer.type.members)),
            }  # fmt: skip
        elif answer is not None:
            self.misfit(token, answer, "`any` and `all` go through a `for each` or several options")
        try:
            guard = self.either()
        finally:
            self.names.answers, self.inside = outer
        self.needs(")")
        return token.text, guard

    def at_least(self, token: Token) -> e.Guard:
        self.needs("least")
        amount = self.take()
        if not amount.text.isdecimal():
            self.at -= 1
            self.stuck("a whole number")
        self.needs("of")
        self.needs("[")
        named = [self.indicator(self.take())]
        while self.takes(","):
            named.append(self.indicator(self.take()))
        self.needs("]")
        side = self.token.text
        if not self.takes("for", "known"):
            self.stuck("`for` or `known`")
        if int(amount.text) > len(named):
            whole = Token("name", "", token.start, amount.end)
            self.wrong("D306", whole, "this is always false", f"only {len(named)} are named")
        return e.AtLeast(int(amount.text), tuple(named), side)

    def ends(self, token: Token) -> e.Guard:
        self.only_in_promise(token)
        outcome = self.take()
        if self.names.outcomes and outcome.text not in self.names.outcomes:
            self.wrong("D208", outcome, f"this dialog never ends `{outcome.text}`",
                       did_you_mean(outcome.text, self.names.outcomes))  # fmt: skip
        return e.Ends(outcome.text)

    def enters(self, token: Token) -> e.Guard:
        self.only_in_promise(token)
        return e.Enters(self.of_dialog(brackets=False))

    def only_in_promise(self, token: Token) -> None:
        if not self.promise:
            self.wrong("D305", token, f"`{token.text}` may stand only in a promise",
                       "it holds at a single step; under `never:` or `always:` it has a meaning")  # fmt: skip
