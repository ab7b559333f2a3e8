"""What a figure counts, when and where, as the syntax shows it. All sentences are made up."""

from dataclasses import replace

import pytest

from stemma.claims.counted import figures_of, figures_within
from stemma.model import Figure, Span
from stemma.values.figures import find_figures
from tests.texts import read

# The text with the figure in brackets | what is counted | over which time | where.
CASES = """
The company paid [$5 billion] in military aid last year. | military aid | last year | -
The death toll rose to [61] on Monday. | death toll | - | -
[About 42 percent] of registered voters stayed at home. | registered voters | - | -
Exports fell [5 percent] in the first half of 2024. | Exports | in the first half of 2024 | -
Exports [more than doubled]. | Exports | - | -
[At least 12 people] were killed in Norway since January. | people | since January | in Norway
[At least 12 people] were killed on Monday. | people | - | -
The number of missing people reached [1,200]. | missing people | - | -
They announced a [5 percent] cut in spending. | spending | - | -
They announced a [5 percent] pay cut. | pay | - | -
The bank raised its key rate by [25 basis points]. | key rate | - | -
Unemployment was [5.4 percent] nationwide. | Unemployment | - | nationwide
[Some 300 tonnes] of rice were lost in Burma last year. | rice | last year | in Burma
He earns [$50,000 a year]. | - | a year | -
A [$3 million] contract was signed. | contract | - | -
The [25-tonne] truck was found. | truck | - | -
[Dozens of people] die annually. | people | annually | -
The third plane made the [first soft landing] on the moon. | soft landing | - | -
It was the [first time] humans had left. | time | - | -
The [third-largest city] was cut off. | largest city | - | -
[Five of the 12 hostages] were freed in northern Mali on Tuesday. | hostages | - | in northern Mali
""".strip().splitlines()


def marked(line: str) -> tuple[str, str, list[str | None]]:
    """The text, the words in brackets and the expected phrases."""
    text, *phrases = (part.strip() for part in line.split("|"))
    words = text[text.index("[") + 1 : text.index("]")]
    return text.replace("[", "").replace("]", ""), words, [None if phrase == "-" else phrase for phrase in phrases]


def found(text: str) -> tuple[str, list[Figure]]:
    story = read(text)
    figures = [figure for sentence in story.annotated.sentences for figure in figures_of(story.annotated, sentence)]
    return story.annotated.report.text, figures


@pytest.mark.parametrize("line", CASES)
def test_what_is_counted_when_and_where(line):
    text, words, expected = marked(line)
    whole, figures = found(text)
    figure = next(each for each in figures if words.endswith(whole[each.start : each.end]))
    phrases = (figure.counted, figure.period, figure.place)
    assert [phrase.text if phrase else None for phrase in phrases] == expected
    assert all(whole[phrase.start : phrase.end] == phrase.text for phrase in phrases if phrase)


def test_what_comes_first_is_no_rank():
    _, figures = found("The crew, who first saw it, left with the first boat.")
    assert [(figure.low, figure.unit) for figure in figures if figure.kind == "rank"] == [(1.0, "boat")]


def test_a_period_of_one_verb_with_two_figures_belongs_to_neither():
    _, figures = found("The flood killed 12 people and injured 30 people in Norway.")
    assert figures[0].place is None


def test_without_syntax_the_words_alone_tell():
    text = "Exports fell 5 percent in the first half of 2024."
    annotated = read(text).annotated
    bare = replace(annotated, tokens=tuple(replace(token, head=-1, relation="") for token in annotated.tokens))
    assert figures_of(bare, bare.sentences[0]) == find_figures(text, 0, len(text))


def test_a_stretch_has_the_figures_that_it_holds():
    text = "Two boats sank and 30 boats or more were saved."
    figures = find_figures(text, 0, len(text))
    assert [figure.low for figure in figures_within(text, figures, Span(0, 14))] == [2]
    assert [figure.low for figure in figures_within(text, figures, Span(18, len(text)))] == [30]


def test_a_stretch_that_cuts_through_a_figure_is_read_anew():
    text = "It lost 20 to 30 boats."
    figures = find_figures(text, 0, len(text))
    assert [(figure.low, figure.high) for figure in figures_within(text, figures, Span(0, 10))] == [(20, 20)]
