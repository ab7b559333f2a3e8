"""Figures: value, bound, unit, kind, what is counted, and span. All sentences are made up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Figure
from stemma.values.figures import find_figures

# The figure in brackets, low, high, bound, unit, and where they are not "quantity" and none, its kind and whole. A dash
# stands for an end that is open or not told.
CASES = """
The flood killed [three people]. | 3 | 3 | exact | people
The flood killed [30]. | 30 | 30 | exact |
[Twelve ships] were lost. | 12 | 12 | exact | ship
[12 ships] were lost. | 12 | 12 | exact | ship
[One police officer] was hurt. | 1 | 1 | exact | officer
It hit [one house]. | 1 | 1 | exact | house
They hold [225,000 acres]. | 225000 | 225000 | exact | acre
They hold [1,234.5 tonnes]. | 1234.5 | 1234.5 | exact | tonne
[Over 225,000 Norlanders] left. | 225000 | - | over | norlander
It took [more than 40 men]. | 40 | - | over | man
[At least 14 women] were freed. | 14 | - | at least | woman
[No fewer than 14 boats] sank. | 14 | - | at least | boat
[As many as 50 boats] sank. | - | 50 | at most | boat
[Up to 50 boats] sank. | - | 50 | at most | boat
[Fewer than 50 boats] sank. | - | 50 | under | boat
[Less than 5 percent] voted. | - | 5 | under | percent
[Nearly 900 homes] were dark. | 900 | 900 | nearly | home
[Almost 900 homes] were dark. | 900 | 900 | nearly | home
[About 900 homes] were dark. | 900 | 900 | about | home
[Around 900 homes] were dark. | 900 | 900 | about | home
[Roughly 900 homes] were dark. | 900 | 900 | about | home
[Some 30 miners] are missing. | 30 | 30 | about | miner
[An estimated 3,000 geese] landed. | 3000 | 3000 | about | goose
[Approximately two million birds] landed. | 2000000 | 2000000 | about | bird
[Under 10 kilometers] remain. | - | 10 | under | kilometre
[30 or more goats] ran. | 30 | - | at least | goat
[30 goats or more] ran. | 30 | - | at least | goat
They lost [between 700 and 1,000 soldiers]. | 700 | 1000 | between | soldier
They lost [700 to 1,000 soldiers]. | 700 | 1000 | between | soldier
They lost [700-1,000 soldiers]. | 700 | 1000 | between | soldier
They lost [from 700 to 1,000 soldiers]. | 700 | 1000 | between | soldier
They lost [three or four tents]. | 3 | 4 | between | tent
They lost [2 to 3 million trees]. | 2000000 | 3000000 | between | tree
It costs [$50 to $60]. | 50 | 60 | between | USD
It costs [between $5 million and $10 million]. | 5000000 | 10000000 | between | USD
It costs [$5-10 million]. | 5000000 | 10000000 | between | USD
Growth of [5 to 10 percent] is near. | 5 | 10 | between | percent | rise
Growth of [5% to 10%] is near. | 5 | 10 | between | percent | rise
Wages rose from [5 percent] to [10 percent]. | 5 | 5 | exact | percent
Wages rose [4 percent] to [309,000 yen]. | 4 | 4 | exact | percent | rise
Sales rose [15%] to [$41.5 million]. | 15 | 15 | exact | percent | rise
It paid [$284 billion]. | 284000000000 | 284000000000 | exact | USD
Firm Pays [$284 Billion]. | 284000000000 | 284000000000 | exact | USD
FIRM PAYS [$284 BILLION]. | 284000000000 | 284000000000 | exact | USD
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
It paid [nearly $3 billion]. | 3000000000 | 3000000000 | nearly | USD
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
It fell by [three percentage points]. | 3 | 3 | exact | percentage point | fall
It fell by [25 basis points]. | 25 | 25 | exact | basis point | fall
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
[Over 82,000 drug overdose deaths] were seen. | 82000 | - | over | death
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

MORE = """
[A third] of the crew left. | 33.3333 | 33.3333 | exact | percent | quantity
[Two in five voters] stayed away. | 2 | 2 | exact | voter | quantity | 5
[Nine out of 10 farmers] lost a crop. | 9 | 9 | exact | farmer | quantity | 10
[Five of the 12 hostages] were freed. | 5 | 5 | exact | hostage | quantity | 12
[One of its three ferries] sank. | 1 | 1 | exact | ferry | quantity | 3
They broke [1 in 500 bolts]. | 1 | 1 | exact | bolt | quantity | 500
Rents rose [12 percent]. | 12 | 12 | exact | percent | rise
Rents rose to [12 percent]. | 12 | 12 | exact | percent | quantity
Rents were up [12%] on the year. | 12 | 12 | exact | percent | rise
Rents rose by [300 crowns]. | 300 | 300 | exact | crown | rise
Rents are [12 percent] higher. | 12 | 12 | exact | percent | rise
An increase of [12 percent] was asked for. | 12 | 12 | exact | percent | rise
They want a [12 percent] increase. | 12 | 12 | exact | percent | rise
They want a [12 percent] pay rise. | 12 | 12 | exact | percent | rise
A cut of [12 points] was asked for. | 12 | 12 | exact | point | fall
The fare was cut by [half]. | 50 | 50 | exact | percent | fall
Its stake was cut to [half] of that. | 50 | 50 | exact | percent | quantity
Output [more than doubled]. | 100 | - | over | percent | rise
Output [nearly tripled]. | 200 | 200 | nearly | percent | rise
The fleet was [halved]. | 50 | 50 | exact | percent | fall
The company cut [500 jobs]. | 500 | 500 | exact | job | quantity
The club raised [$5 million]. | 5000000 | 5000000 | exact | USD | quantity
The tax raised [5 percent] less. | 5 | 5 | exact | percent | fall
The index lost [40 points]. | 40 | 40 | exact | point | fall
The army lost [40 men]. | 40 | 40 | exact | man | quantity
A swing of [3 percent] would do. | 3 | 3 | exact | percent | change
Shares fell to [$3] from [$5]. | 3 | 3 | exact | USD | quantity
Shares fell [below $3]. | - | 3 | under | USD | quantity
It ran over a [2km] stretch. | 2 | 2 | exact | kilometre
Its worth fell [$3 billion] to [$9 billion]. | 3000000000 | 3000000000 | exact | USD | fall
It fell by [more than 20 percent]. | 20 | - | over | percent | fall
The [third-largest city] was cut off. | 3 | 3 | exact | city | rank
It was her [5th title]. | 5 | 5 | exact | title | rank
It was the [second attack] this week. | 2 | 2 | exact | attack | rank
The [No. 2 official] left. | 2 | 2 | exact | official | rank
She finished [third]. | 3 | 3 | exact |  | rank
It was the [first time] that it rained. | 1 | 1 | exact | time | rank
The [101st airmail flight] landed. | 101 | 101 | exact | flight | rank
They found [dozens of coins]. | 24 | - | several | coin | quantity
[Scores of goats] ran off. | 40 | - | several | goat | quantity
[Hundreds] ran off. | 200 | - | several |  | quantity
[Tens of thousands of geese] flew off. | 20000 | - | several | goose | quantity
[Several hundred geese] flew off. | 200 | - | several | goose | quantity
[A few thousand geese] flew off. | 2000 | - | several | goose | quantity
[Several geese] flew off. | - | - | several | goose | quantity
[A handful of geese] flew off. | - | - | several | goose | quantity
[A couple of geese] flew off. | - | - | several | goose | quantity
A [16-year-old] ran off. | 16 | 16 | exact | year | age
The driver, [51], ran off. | 51 | 51 | exact | year | age
Ada Vale ([51]) ran off. | 51 | 51 | exact | year | age
A driver [aged 34] ran off. | 34 | 34 | exact | year | age
He is [43 years old]. | 43 | 43 | exact | year | age
She left it at [18 months of age]. | 18 | 18 | exact | month | age
Boys [aged between 5 and 10] ran off. | 5 | 10 | between | year | age
[Not more than 30 boats] sank. | - | 30 | at most | boat | quantity
[At most 30 boats] sank. | - | 30 | at most | boat | quantity
[Well over 30 boats] sank. | 30 | - | over | boat | quantity
[Close to 30 boats] sank. | 30 | 30 | nearly | boat | quantity
[Just under 30 boats] sank. | - | 30 | under | boat | quantity
[About 30 or more boats] sank. | 30 | - | at least | boat | quantity
[30 boats or so] sank. | 30 | 30 | about | boat | quantity
[As few as 30 boats] sank. | 30 | - | at least | boat | quantity
[Upwards of 30 boats] sank. | 30 | - | over | boat | quantity
[More than 20 but fewer than 30 boats] sank. | 20 | 30 | between | boat | quantity
[30-plus boats] sank. | 30 | - | at least | boat | quantity
It cost [6 euros 50 cents]. | 6.5 | 6.5 | exact | EUR | quantity
He is [5 feet 11 inches] tall. | 5.91667 | 5.91667 | exact | foot | quantity
It took [2 hours and 15 minutes]. | 2.25 | 2.25 | exact | hour | quantity
He got [three years and six months]. | 3.5 | 3.5 | exact | year | quantity
It ran [half an hour]. | 0.5 | 0.5 | exact | hour | quantity
It is [3/4 mile] off. | 0.75 | 0.75 | exact | mile | quantity
It is [2½ miles] off. | 2.5 | 2.5 | exact | mile | quantity
[Two and a half million] saw it. | 2500000 | 2500000 | exact |  | quantity
It cost [a quarter of a million pounds]. | 250000 | 250000 | exact | pound | quantity
It cost [three-quarters of a billion dollars]. | 750000000 | 750000000 | exact | USD | quantity
It cost [£1.2bn]. | 1200000000 | 1200000000 | exact | GBP | quantity
It cost [12 lakh rupees]. | 1200000 | 1200000 | exact | rupee | quantity
It cost [Rs 12,34,567]. | 1234567 | 1234567 | exact | rupee | quantity
It cost [50 cents]. | 50 | 50 | exact | cent | quantity
It cost [470 pence]. | 470 | 470 | exact | penny | quantity
It cost [10 €]. | 10 | 10 | exact | EUR | quantity
It cost [HK$40]. | 40 | 40 | exact | HKD | quantity
It cost [400 kroner]. | 400 | 400 | exact | krone | quantity
It holds [40 000 litres]. | 40000 | 40000 | exact | litre | quantity
It was [-20 degrees]. | -20 | -20 | exact | degree | quantity
It was [minus five degrees]. | -5 | -5 | exact | degree | quantity
It was [40C]. | 40 | 40 | exact | degree celsius | quantity
It was [98.6 degrees Fahrenheit]. | 98.6 | 98.6 | exact | degree fahrenheit | quantity
The tower is [100m] tall. | 100 | 100 | exact | metre | quantity
The [100m] final was late. | 100 | 100 | exact | metre | quantity
[1.2m people] came. | 1200000 | 1200000 | exact | people | quantity
It is [3 million light years] off. | 3000000 | 3000000 | exact | light year | quantity
A [40 minute] call was made. | 40 | 40 | exact | minute | quantity
A [25-tonne] truck was found. | 25 | 25 | exact | tonne | quantity
[84 people] killed there were named. | 84 | 84 | exact | people | quantity
[27 weapons inspectors] came. | 27 | 27 | exact | inspector | quantity
[30 more people] were found. | 30 | 30 | exact | people | quantity
It fired at [180mph]. | 180 | 180 | exact | mile per hour | quantity
The list of [20 to 30] is out. | 20 | 30 | between |  | quantity
[Five to ten minutes] passed. | 5 | 10 | between | minute | quantity
It cost [$3 billion a year]. | 3000000000 | 3000000000 | exact | USD per year | quantity
[Ten deaths a day] were told. | 10 | 10 | exact | death per day | quantity
"""

NO_FIGURES = """
It was in 2019, on May 12, 2021.
It dates from the 1990s.
It began at 11:30pm and ended at 12:20 p.m.
It began at 10 a.m. and ended at 14:30.
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
Article 50 was used, and Resolution 1701 was not.
See https://example.org/2/30 or ring.
The Covid-19 rules and G20 talks went on.
She was in her 30s.
One day he fled, one way or another.
Their 8-7-1 record stood.
Formula One is back.
They met in game seven of lap 20.
The First Lady and the Second Fleet left Fifth Avenue at first light of the 21st century.
At first he fled, and a second later she, who first saw it, fled too.
The guests were several.
""".strip().splitlines()


Expected = tuple[float | None, float | None, str, str, str, float | None]


def parts(line: str) -> tuple[str, tuple[int, int], Expected]:
    marked, low, high, bound, unit, *more = (part.strip() for part in line.split("|"))
    start, end = marked.index("["), marked.index("]") - 1
    kind, whole = more[0] if more else "quantity", float(more[1]) if more[1:] else None
    ends = [None if value == "-" else float(value) for value in (low, high)]
    return marked.replace("[", "").replace("]", ""), (start, end), (ends[0], ends[1], bound, unit, kind, whole)


LINES = [*CASES.strip().splitlines(), *MORE.strip().splitlines()]


@pytest.mark.parametrize("line", LINES)
def test_a_figure_is_read(line):
    text, (start, end), (low, high, bound, unit, kind, whole) = parts(line)
    found = find_figures(text, 0, len(text))
    assert found, "nothing found"
    figure = found[0]
    assert text[figure.start : figure.end] == text[start:end]
    assert [figure.low, figure.high] == [low and pytest.approx(low, abs=1e-3), high and pytest.approx(high, abs=1e-3)]
    assert (figure.bound, figure.unit, figure.kind, figure.whole) == (bound, unit, kind, whole)
    assert len(found) == line.count("[")


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figure_is_seen(text):
    assert find_figures(text, 0, len(text)) == ()


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Over 82,000 drug overdose deaths were seen.", "drug overdose deaths"),
        ("Three of the rescued miners spoke.", "rescued miners"),
        ("Dozens of police cars came.", "police cars"),
        ("They freed 300 more people.", "people"),
        ("It is the third-largest inland city.", "largest inland city"),
        ("It weighs 12 tonnes.", None),
        ("It paid $3 million.", None),
        ("Half of them left.", None),
        ("Ada Vale, 51, left.", "Ada Vale"),
    ],
)
def test_what_is_counted_as_the_words_beside_show_it(text, counted):
    (figure,) = find_figures(text, 0, len(text))
    assert (figure.counted.text if figure.counted else None) == counted
    if figure.counted:
        assert text[figure.counted.start : figure.counted.end] == counted


def test_a_rate_of_time_is_a_period():
    text = "It pays $40 an hour."
    (figure,) = find_figures(text, 0, len(text))
    assert figure.period is not None
    assert figure.period.text == text[figure.period.start : figure.period.end] == "an hour"


def test_a_share_in_words_is_a_percentage():
    text = "Two-thirds of voters stayed at home."
    (figure,) = find_figures(text, 0, len(text))
    assert figure.unit == "percent"
    assert figure.low == pytest.approx(66.67, abs=0.01)


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


BOUNDED = {
    "at least": ("at least {}", "no fewer than {}", "{} or more"),
    "over": ("more than {}", "over {}"),
    "at most": ("up to {}", "at most {}", "{} or fewer"),
    "under": ("fewer than {}", "under {}"),
}


@given(st.integers(2, 10**9), st.sampled_from(sorted(BOUNDED)), st.data())
def test_a_bound_leaves_one_end_open(number, bound, data):
    text = f"They lost {data.draw(st.sampled_from(BOUNDED[bound])).format(f'{number:,}')} ships."
    (figure,) = find_figures(text, 0, len(text))
    assert figure.bound == bound
    assert (figure.low, figure.high) == ((number, None) if bound in ("at least", "over") else (None, number))


@given(st.integers(2, 999), st.sampled_from(["hundred", "thousand", "million", "billion"]))
def test_a_scale_multiplies(number, scale):
    factor = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    for written in (str(number), spelt(number)):
        text = f"They lost {written} {scale} ships."
        (figure,) = find_figures(text, 0, len(text))
        if scale != "hundred" or number < 10:
            assert figure.low == number * factor


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_part_has_its_whole(part, more):
    text = f"They lost {part} of the {part + more:,} ships."
    (figure,) = find_figures(text, 0, len(text))
    assert (figure.low, figure.whole, figure.unit) == (part, part + more, "ship")


_NUMBER_WORDS = (
    "one five twelve twenty hundred thousand million lakh and a half quarter thirds third point dozen zero few of"
)


@given(st.lists(st.sampled_from(_NUMBER_WORDS.split()), min_size=1, max_size=8))
def test_any_number_words_are_read_without_error(words):
    text = " ".join(words)
    for figure in find_figures(text, 0, len(text)):
        assert 0 <= figure.start < figure.end <= len(text)


@given(st.integers(1, 100), st.sampled_from(["percent", "percentage points", "basis points"]))
def test_a_change_is_no_level(number, unit):
    kinds = {}
    for verb in ("rose", "fell"):
        for joint in ("", "by ", "to "):
            text = f"The rate {verb} {joint}{number} {unit}."
            (figure,) = find_figures(text, 0, len(text))
            kinds[verb, joint] = figure.kind
    assert kinds == {
        ("rose", ""): "rise", ("rose", "by "): "rise", ("rose", "to "): "quantity",
        ("fell", ""): "fall", ("fell", "by "): "fall", ("fell", "to "): "quantity",
    }  # fmt: skip


SENTENCES = [parts(line)[0] for line in LINES] + NO_FIGURES


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
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        for words in (figure.counted, figure.period):
            assert words is None or text[words.start : words.end] == words.text
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip() == text[figure.start : figure.end]
    assert tuple(alone) == find_figures(text, 0, len(text))


@given(st.text(alphabet="onetwhudrdmilp 0123456789-/.,%$£'’\n½", max_size=80))
def test_any_text_is_read_without_error_and_in_order(text):
    found = find_figures(text, 0, len(text))
    for left, right in pairwise(found):
        assert left.end <= right.start
