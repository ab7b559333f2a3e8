"""What varies from story to story and from report to report, and how often."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Noise:
    """The settings of the simulator. All are chances from 0 to 1 unless they say otherwise; the defaults are meant to
    be as untidy as a day's news.

    Of the story: `wire_lost`: its agency text is not among the reports. `local_lost`: a local report was lost, which
    others retell with its errors. `staff`, `reprint`, `follow`, `copy`, `feed`, `speech`: weights of the kinds of
    report, against one another. Of a copy: `credited`: it names the agency. `cut`: a paragraph is left out. `light`,
    `heavy`: it rewords a little or much, else not at all; `light_share`, `heavy_share`: of its paragraphs, and
    `reworded`: of the places of a paragraph where another word can stand. `bare`: a reworded sentence loses its
    attribution. `added`: it has paragraphs of its own. `second_hand`: it is made from another copy. `silent`: of a
    whole story: nobody names the agency. `retold`: what is taken from a lost local report is told in words of one's
    own. Of errors, each for a whole text: `misspelt`, `wrong_figure`, `wrong_day`; `rounded`: a figure in a reworded
    sentence is rounded or written out. Of citing: `linked`: with a hyperlink, where the format has one;
    `unlinked_source`: without the cited report's own source; `loop`: the cited report goes on to cite the one that
    cites it. Of what proves nothing: `formula`: a paragraph ends in a sentence that everybody uses; `stock`: a report
    carries a sentence of a press release. Of dates: `undated`, `wrong_date`, `no_hour`. `gap` is the mean time between
    two reports, in hours.
    """

    wire_lost: float = 0.4
    local_lost: float = 0.4
    staff: float = 0.30
    reprint: float = 0.27
    follow: float = 0.18
    copy: float = 0.10
    feed: float = 0.06
    speech: float = 0.09
    credited: float = 0.55
    cut: float = 0.25
    light: float = 0.3
    heavy: float = 0.25
    light_share: float = 0.3
    heavy_share: float = 0.85
    reworded: float = 0.6
    bare: float = 0.08
    added: float = 0.4
    second_hand: float = 0.2
    silent: float = 0.25
    retold: float = 0.6
    misspelt: float = 0.08
    wrong_figure: float = 0.08
    wrong_day: float = 0.04
    rounded: float = 0.15
    linked: float = 0.3
    unlinked_source: float = 0.5
    loop: float = 0.3
    formula: float = 0.12
    stock: float = 0.2
    undated: float = 0.08
    wrong_date: float = 0.04
    no_hour: float = 0.35
    gap: float = 1.5


DEFAULT = Noise()
