"""Whether two figures can be one. All sentences are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Figure
from stemma.values.figures import find_figures
from stemma.values.fit import counts_things, fit, fit_values, other_scope


def figure(text: str) -> Figure:
    """The first figure of the text."""
    return find_figures(text, 0, len(text))[0]


COMPARED = """
about 50 students | 49 students | same
50 students | 49 students | differ
over 225,000 deaths | 225,000 deaths | same
over 225,000 deaths | over 82,000 deaths | differ
at least three ships | two ships | differ
at least three ships | five ships | same
up to 40 ships | 38 ships | same
up to 40 ships | 45 ships | differ
fewer than 40 ships | over 60 ships | differ
between 700 and 1,000 men | 900 men | same
between 700 and 1,000 men | 1,200 men | differ
between 700 and 1,000 men | 800 to 1,500 men | same
$5 billion | $4.8 billion | same
$5 billion | $4 billion | differ
3,000 homes | 3,400 homes | differ
225,000 homes | 225,312 homes | same
89 percent | 89.4% | same
89 percent | 91 percent | differ
two-thirds of them | 67 percent | same
$82 per share | $82 a share | same
$82 per share | $82 | -
$82 | €82 | -
12 dead | 12 deaths | same
12 dead | 14 people killed | -
12 ships | 12 men | -
5 tons of rice | 5 tonnes of rice | same
a dozen people | 12 people | same
nearly 900 homes | 870 homes | same
nearly 900 homes | 950 homes | differ
about 900 homes | 950 homes | same
about $146 billion | $148.9 billion | differ
about 850 homes | nearly 1,000 homes | differ
about 25 homes | 27 homes | same
nearly 900 homes | 1,100 homes | differ
dozens of homes | 60 homes | same
dozens of homes | 20 homes | differ
dozens of homes | 900 homes | differ
hundreds of homes | 900 homes | same
several homes | 60 homes | -
five of the 12 hostages | five hostages | same
five of the 12 hostages | 12 hostages | same
five of the 12 hostages | six hostages | differ
five of the 12 hostages | six of the 12 hostages | differ
one in five voters | 20 percent | same
one in five voters | two in 10 voters | same
one in five voters | 40 percent | differ
rose 5 percent | rose by 5% | same
rose 5 percent | rose to 5 percent | -
rose 5 percent | fell 5 percent | differ
rose 5 percent | a level of 5 percent | -
doubled | rose 100 percent | same
cut by half | a 50 percent cut | same
its third attack | its second attack | differ
its third attack | three attacks | -
its third attack | its second victory | -
finished third | finished second | -
a boy aged 16 | a 16-year-old | same
a boy aged 16 | a 17-year-old | differ
a boy aged 16 | 16 boys | -
Ada Vale, 51, left | Ben Orr, 50, left | other
Ada Vale, 51, left | Ada Vale, 50, left | differ
the third-largest city | the second-oldest city | differ
-20 degrees | 20 degrees | differ
""".strip().splitlines()


@pytest.mark.parametrize("line", COMPARED)
def test_two_figures_agree_or_not(line):
    one, other, outcome = (part.strip() for part in line.split("|"))
    left, right = figure(one), figure(other)
    expected = None if outcome == "-" else outcome
    assert fit(left, right) == expected
    assert fit(right, left) == expected


def test_values_alone_are_compared_where_one_thing_is_known_to_be_counted():
    assert fit(figure("rose to 61"), figure("46 people")) is None
    assert fit_values(figure("rose to 61"), figure("46 people")) == "differ"
    assert fit_values(figure("rose to 61"), figure("61 people")) == "same"
    assert fit_values(figure("rose to 61"), figure("several people")) is None


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("46 people", True), ("rose to 61", True), ("dozens of homes", True), ("five of 12 ships", True),
        ("46 percent", False), ("$46", False), ("46 km", False), ("46 days", False), ("46 deaths a day", False),
        ("the 46th ship", False), ("aged 46", False), ("doubled", False),
    ],
)  # fmt: skip
def test_what_counts_things(text, things):
    assert counts_things(figure(text)) is things


def test_counts_over_other_times_can_both_be_right():
    yearly, daily = figure("12 deaths a year"), figure("3 deaths a day")
    assert other_scope(yearly, daily)
    assert not other_scope(yearly, yearly)
    assert not other_scope(yearly, figure("12 deaths"))


TEXTS = sorted({part.strip() for line in COMPARED for part in line.split("|")[:2]})


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_comparing_has_no_side(one, other):
    left, right = figure(one), figure(other)
    assert fit(left, right) == fit(right, left)
    assert fit(left, left) in (("same", None) if None in (left.low, left.high) or left.kind == "rank" else ("same",))


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_unlike_kinds_are_never_the_same(one, other):
    left, right = figure(one), figure(other)
    if left.kind != right.kind:
        assert fit(left, right) != "same"
