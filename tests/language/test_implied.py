"""What a guard tells about answers holds in every talk."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue import expressions as e
from bot.language.implied import is_two_valued, known_if_true, known_unless_true

NAMES = ("a", "b", "c")
LEAVES = st.one_of(
    st.sampled_from(NAMES).map(e.Answered),
    st.sampled_from(NAMES).map(e.Unknown),
    st.builds(e.Is, st.sampled_from(NAMES), st.sampled_from(("x", "y"))),
    st.builds(e.IsIn, st.sampled_from(NAMES), st.just(("x", "y"))),
    st.sampled_from(("red", "amber")).map(e.SignalAt),
    st.sampled_from((True, False, None)).map(e.Const),
)
GUARDS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.map(e.Not),
        inner.map(e.sure),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: e.And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: e.Or(tuple(parts))),
    ),
    max_leaves=6,
)
SCOPES = st.builds(
    lambda answers, levels: e.Scope(answers, levels=levels),
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(("x", "y", "z", None))),
    st.frozensets(st.sampled_from(("red", "amber"))),
)


def is_known(scope, name):
    return scope.answers.get(name) is not None


@settings(max_examples=100, deadline=None)
@given(GUARDS, SCOPES)
def test_what_a_true_guard_makes_sure_is_answered(guard, scope):
    """Behind `then`, no name that counts as known is unknown."""
    if guard.value(scope) is True:
        assert all(is_known(scope, name) for name in known_if_true(guard))


@settings(max_examples=100, deadline=None)
@given(GUARDS, SCOPES)
def test_what_a_guard_that_is_not_true_makes_sure_is_answered(guard, scope):
    """Behind `else`, where false and unknown meet, it is the same."""
    if guard.value(scope) is not True:
        assert all(is_known(scope, name) for name in known_unless_true(guard))


@settings(max_examples=100, deadline=None)
@given(GUARDS, SCOPES)
def test_a_guard_of_two_values_is_never_unknown(guard, scope):
    """Only what cannot be unknown is called two-valued."""
    if is_two_valued(guard):
        assert guard.value(scope) is not None
