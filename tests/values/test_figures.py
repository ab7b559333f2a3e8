"""Quantities: value, bound, unit and span; and whether two of them can be one. All sentences are made up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Figure
from stemma.values.figures import compare_figures, find_figures

# The figure in brackets, low, high, bound, unit.
CASES = """
The flood killed [three people]. | 3 | 3 | exact | people
The flood killed [30]. | 30 | 30 | exact |
[Twelve ships] were lost. | 12 | 12 | exact | ship
[12 ships] were lost. | 12 | 12 | exact | ship
[One police officer] was hurt. | 1 | 1 | exact | officer
It hit [one house]. | 1 | 1 | exact | house
They hold [225,000 acres]. | 225000 | 225000 | exact | acre
They hold [1,234.5 tonnes]. | 1234.5 | 1234.5 | exact | tonne
[Over 225,000 Norlanders] left. | 225000 | 225000 | over | norlander
It took [more than 40 men]. | 40 | 40 | over | man
[At least 14 women] were freed. | 14 | 14 | over | woman
[No fewer than 14 boats] sank. | 14 | 14 | over | boat
[As many as 50 boats] sank. | 50 | 50 | under | boat
[Up to 50 boats] sank. | 50 | 50 | under | boat
[Fewer than 50 boats] sank. | 50 | 50 | under | boat
[Less than 5 percent] voted. | 5 | 5 | under | percent
[Nearly 900 homes] were dark. | 900 | 900 | about | home
[Almost 900 homes] were dark. | 900 | 900 | about | home
[About 900 homes] were dark. | 900 | 900 | about | home
[Around 900 homes] were dark. | 900 | 900 | about | home
[Roughly 900 homes] were dark. | 900 | 900 | about | home
[Some 30 miners] are missing. | 30 | 30 | about | miner
[An estimated 3,000 geese] landed. | 3000 | 3000 | about | goose
[Approximately two million birds] landed. | 2000000 | 2000000 | about | bird
[Under 10 kilometers] remain. | 10 | 10 | under | kilometre
[30 or more goats] ran. | 30 | 30 | over | goat
[30 goats or more] ran. | 30 | 30 | over | goat
They lost [between 700 and 1,000 soldiers]. | 700 | 1000 | between | soldier
They lost [700 to 1,000 soldiers]. | 700 | 1000 | between | soldier
They lost [700-1,000 soldiers]. | 700 | 1000 | between | soldier
They lost [from 700 to 1,000 soldiers]. | 700 | 1000 | between | soldier
They lost [three or four tents]. | 3 | 4 | between | tent
They lost [2 to 3 million trees]. | 2000000 | 3000000 | between | tree
It costs [$50 to $60]. | 50 | 60 | between | USD
It costs [between $5 million and $10 million]. | 5000000 | 10000000 | between | USD
It costs [$5-10 million]. | 5000000 | 10000000 | between | USD
Growth of [5 to 10 percent] is near. | 5 | 10 | between | percent
Growth of [5% to 10%] is near. | 5 | 10 | between | percent
Wages rose from [5 percent] to [10 percent]. | 5 | 5 | exact | percent
Wages rose [4 percent] to [309,000 yen]. | 4 | 4 | exact | percent
Sales rose [15%] to [$41.5 million]. | 15 | 15 | exact | percent
It paid [$284 billion]. | 284000000000 | 284000000000 | exact | USD
It paid [$284bn]. | 284000000000 | 284000000000 | exact | USD
It paid [£3bn]. | 3000000000 | 3000000000 | exact | GBP
It paid [€2.5m]. | 2500000 | 2500000 | exact | EUR
It paid [¥600]. | 600 | 600 | exact | JPY
It paid [US$7 million]. | 7000000 | 7000000 | exact | USD
It paid [A$7 million]. | 7000000 | 7000000 | exact | AUD
It paid [USD 500]. | 500 | 500 | exact | USD
It paid [500 euros]. | 500 | 500 | exact | EUR
It paid [500 EUR]. | 500 | 500 | exact | EUR
It paid [five million dollars]. | 5000000 | 5000000 | exact | USD
It paid [40,000 yuan]. | 40000 | 40000 | exact | CNY
It paid [40 million U.S. dollars]. | 40000000 | 40000000 | exact | USD
It paid [half a million dollars]. | 500000 | 500000 | exact | USD
It paid [nearly $3 billion]. | 3000000000 | 3000000000 | about | USD
It paid [$82 per share]. | 82 | 82 | exact | USD per share
It paid [$70 a share]. | 70 | 70 | exact | USD per share
It paid [$1.5 million a year]. | 1500000 | 1500000 | exact | USD per year
It pumps [200 barrels a day]. | 200 | 200 | exact | barrel per day
It pumps [200 barrels per day]. | 200 | 200 | exact | barrel per day
It does [50 miles per hour]. | 50 | 50 | exact | mile per hour
It does [50 mph]. | 50 | 50 | exact | mile per hour
[89 percent] agreed. | 89 | 89 | exact | percent
[89 per cent] agreed. | 89 | 89 | exact | percent
[89%] agreed. | 89 | 89 | exact | percent
[2.7%] agreed. | 2.7 | 2.7 | exact | percent
It fell by [three percentage points]. | 3 | 3 | exact | percentage point
It fell by [25 basis points]. | 25 | 25 | exact | basis point
[Three quarters] of them agreed. | 75 | 75 | exact | percent
[Half] of them agreed. | 50 | 50 | exact | percent
[A quarter] of them agreed. | 25 | 25 | exact | percent
They saw [a dozen people]. | 12 | 12 | exact | people
They saw [two dozen people]. | 24 | 24 | exact | people
They saw [half a dozen crates]. | 6 | 6 | exact | crate
They saw [a hundred crates]. | 100 | 100 | exact | crate
They saw [a million crates]. | 1000000 | 1000000 | exact | crate
They saw [two hundred and five crates]. | 205 | 205 | exact | crate
They saw [twenty-five thousand crates]. | 25000 | 25000 | exact | crate
They saw [one hundred and twenty thousand crates]. | 120000 | 120000 | exact | crate
They saw [two and a half million crates]. | 2500000 | 2500000 | exact | crate
They saw [5.5 million crates]. | 5500000 | 5500000 | exact | crate
They saw [1.2m voters]. | 1200000 | 1200000 | exact | voter
They saw [three trillion stars]. | 3000000000000 | 3000000000000 | exact | star
[Over 82,000 drug overdose deaths] were seen. | 82000 | 82000 | over | death
[Two senior Western sources] spoke. | 2 | 2 | exact | source
[30 Dorvian soldiers] spoke. | 30 | 30 | exact | soldier
[Three of the miners] spoke. | 3 | 3 | exact | miner
It cost [450 lives]. | 450 | 450 | exact | life
It hired [15 policemen]. | 15 | 15 | exact | policeman
It has [18 boxes]. | 18 | 18 | exact | box
It has [18 families]. | 18 | 18 | exact | family
It has [18 churches]. | 18 | 18 | exact | church
It has [18 heroes]. | 18 | 18 | exact | hero
It has [18 aircraft]. | 18 | 18 | exact | aircraft
It has [3 1/2 acres]. | 3.5 | 3.5 | exact | acre
It lies [30km] away. | 30 | 30 | exact | kilometre
It lies [30 km] away. | 30 | 30 | exact | kilometre
It weighs [12 kg]. | 12 | 12 | exact | kilogram
A [16-year] sentence was given. | 16 | 16 | exact | year
A [700-page] report was given. | 700 | 700 | exact | page
It lasted over [three days]. | 3 | 3 | exact | day
The blast left [12 dead] and [40 injured]. | 12 | 12 | exact | dead
[1,500 troops] came. | 1500 | 1500 | exact | troop
He gave [30 million]. | 30000000 | 30000000 | exact |
"""

NO_FIGURES = """
It was in 2019, on May 12, 2021.
It dates from the 1990s.
It began at 11:30pm and ended at 12:20 p.m.
It began at 10 a.m. and ended at 14:30.
He came 5th, she came 21st.
The man, 51, was freed.
A driver aged 34 was freed.
A 16-year-old was freed by a 70-year-old.
She is 43 years old.
They ran version 3.2.1 of it.
Call 555-010-0199 or (202) 555-0123.
This is item 1/16.
The 5G mast fell.
The AngoSat-1 craft fell.
A Boeing 737 fell.
An F-35 fell near the A1.
The 11-M case closed.
They won 3-1 at home.
One of the men fled.
No one fled.
One does not flee.
The one they love fled.
Dozens fled.
Hundreds of men fled.
Tens of thousands of men fled.
Several hundred men fled.
A few thousand men fled.
Article 50 was used, and Resolution 1701 was not.
See https://example.org/2/30 or ring.
The Covid-19 rules and G20 talks went on.
She was in her 30s.
One day he fled, one way or another.
Their 8-7-1 record stood.
""".strip().splitlines()


def parts(line: str) -> tuple[str, tuple[int, int], float, float, str, str]:
    marked, low, high, bound, unit = (part.strip() for part in line.split("|"))
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), (start, end), float(low), float(high), bound, unit


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_a_quantity_is_read(line):
    text, (start, end), low, high, bound, unit = parts(line)
    found = find_figures(text, 0, len(text))
    assert found, "nothing found"
    figure = found[0]
    assert text[figure.start : figure.end] == text[start:end]
    assert [figure.low, figure.high] == pytest.approx([low, high])
    assert (figure.bound, figure.unit) == (bound, unit)
    assert len(found) == line.count("[")


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_quantity_is_seen(text):
    assert find_figures(text, 0, len(text)) == ()


def test_a_share_in_words_is_a_percentage():
    text = "Two-thirds of voters stayed at home."
    (figure,) = find_figures(text, 0, len(text))
    assert figure.unit == "percent"
    assert figure.low == pytest.approx(66.67, abs=0.01)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("about 50 students", "49 students", "same"),
        ("50 students", "49 students", "differ"),
        ("30 students", "49 students", "differ"),
        ("over 225,000 deaths", "225,000 deaths", "same"),
        ("over 225,000 deaths", "over 82,000 deaths", "differ"),
        ("at least three ships", "two ships", "differ"),
        ("at least three ships", "five ships", "same"),
        ("up to 40 ships", "38 ships", "same"),
        ("up to 40 ships", "45 ships", "differ"),
        ("fewer than 40 ships", "over 60 ships", "differ"),
        ("between 700 and 1,000 men", "900 men", "same"),
        ("between 700 and 1,000 men", "1,200 men", "differ"),
        ("between 700 and 1,000 men", "800 to 1,500 men", "same"),
        ("$5 billion", "$4.8 billion", "same"),
        ("$5 billion", "$4 billion", "differ"),
        ("3,000 homes", "3,400 homes", "differ"),
        ("225,000 homes", "225,312 homes", "same"),
        ("89 percent", "89.4%", "same"),
        ("89 percent", "91 percent", "differ"),
        ("two-thirds of them", "67 percent", "same"),
        ("$82 per share", "$82 a share", "same"),
        ("$82 per share", "$82", None),
        ("$82", "€82", None),
        ("12 dead", "12 deaths", "same"),
        ("12 dead", "14 people killed", None),
        ("12 ships", "12 men", None),
        ("5 tons of rice", "5 tonnes of rice", "same"),
        ("a dozen people", "12 people", "same"),
        ("nearly 900 homes", "1,100 homes", "differ"),
    ],
)
def test_two_figures_agree_or_not(one, other, outcome):
    left, right = find_figures(one, 0, len(one))[0], find_figures(other, 0, len(other))[0]
    assert compare_figures(left, right) == outcome
    assert compare_figures(right, left) == outcome


@given(st.integers(2, 10**12), st.sampled_from(["ships", "people", "homes"]))
def test_a_number_written_with_separators_is_read_back(number, noun):
    text = f"They lost {number:,} {noun} at sea."
    (figure,) = find_figures(text, 0, len(text))
    assert (figure.low, figure.high, figure.bound) == (number, number, "exact")
    assert text[figure.start : figure.end] == f"{number:,} {noun}"


@given(st.decimals(0, 999, places=2), st.sampled_from(["million", "billion", "trillion"]), st.sampled_from("$£€"))
def test_money_is_read_back(value, scale, sign):
    factor = {"million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    text = f"It paid {sign}{value} {scale} for the yard."
    (figure,) = find_figures(text, 0, len(text))
    assert figure.low == pytest.approx(float(value) * factor)
    assert figure.unit == {"$": "USD", "£": "GBP", "€": "EUR"}[sign]


_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(number: int) -> str:
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelt(number // size)} {name}{joint + spelt(rest) if rest else ''}"
    if number >= 100:
        return f"{spelt(number // 100)} hundred{' and ' + spelt(number % 100) if number % 100 else ''}"
    if number >= 20:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


@given(st.integers(2, 10**12 - 1))
def test_a_number_in_words_is_read_back(number):
    text = f"They lost {spelt(number)} ships."
    (figure,) = find_figures(text, 0, len(text))
    assert figure.low == figure.high == number
    assert text[figure.start : figure.end] == f"{spelt(number)} ships"


SENTENCES = [parts(line)[0] for line in CASES.strip().splitlines()] + NO_FIGURES


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_a_sentence_has_the_same_figures_alone_and_in_its_text(sentences):
    text = " ".join(sentences)
    alone: list[Figure] = []
    start = 0
    for sentence in sentences:
        here = find_figures(text, start, start + len(sentence))
        by_itself = find_figures(sentence, 0, len(sentence))
        assert [(figure.start - start, figure.low, figure.unit) for figure in here] == [
            (figure.start, figure.low, figure.unit) for figure in by_itself
        ]
        alone += here
        start += len(sentence) + 1
    for figure in find_figures(text, 0, len(text)):
        assert figure.low <= figure.high
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
    assert tuple(alone) == find_figures(text, 0, len(text))


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_comparing_has_no_side(one, other):
    for left in find_figures(one, 0, len(one)):
        assert compare_figures(left, left) == "same"
        for right in find_figures(other, 0, len(other)):
            assert compare_figures(left, right) == compare_figures(right, left)


@given(st.text(alphabet="onetwhudrdmilp 0123456789-/.,%$£'’\n½", max_size=80))
def test_any_text_is_read_without_error_and_in_order(text):
    found = find_figures(text, 0, len(text))
    for left, right in pairwise(found):
        assert left.end <= right.start
