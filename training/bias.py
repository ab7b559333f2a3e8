"""Does the model find some people less well as sources than others? `python -m training.bias FOLDER`.

The same sentences are read with names of women and men from seven parts of the world in the place of the speaker.
Counted: names found whole as a person's, and attributions whose source is that name. The sentences and the lists of
names were made for this; no two names belong to one real person.
"""

import argparse
from collections import Counter
from itertools import product
from pathlib import Path

from stemma.language.network import Network, Words
from stemma.language.reporting import reportings
from stemma.language.spans import names
from training.corpora.polnear import lay_out

NAMES = {
    "English": (
        ("Emily Carter", "Margaret Hughes", "Laura Bennett", "Susan Whitfield", "Grace Holloway"),
        ("James Carter", "Peter Hughes", "Andrew Bennett", "Thomas Whitfield", "Simon Holloway"),
    ),
    "Arabic": (
        ("Fatima al-Masri", "Layla Haddad", "Amina Benali", "Noor Khalil", "Samira Mansour"),
        ("Omar al-Masri", "Karim Haddad", "Youssef Benali", "Tariq Khalil", "Hassan Mansour"),
    ),
    "South Asian": (
        ("Priya Raghavan", "Ayesha Siddiqui", "Lakshmi Iyer", "Nusrat Begum", "Deepa Chatterjee"),
        ("Arjun Raghavan", "Imran Siddiqui", "Suresh Iyer", "Rafiq Chowdhury", "Anil Chatterjee"),
    ),
    "East Asian": (
        ("Li Xiaomei", "Tanaka Yoko", "Kim Soo-young", "Nguyen Thi Hoa", "Wang Meiling"),
        ("Li Jianguo", "Tanaka Hiroshi", "Kim Dong-hyun", "Nguyen Van Minh", "Wang Zhiqiang"),
    ),
    "African": (
        ("Ngozi Okonjo", "Wanjiku Kamau", "Thandiwe Dlamini", "Abena Mensah", "Aminata Diallo"),
        ("Chukwuemeka Obi", "Kamau Njoroge", "Sipho Dlamini", "Kwame Mensah", "Mamadou Diallo"),
    ),
    "Latin American": (
        ("María Fernanda Quispe", "Camila Restrepo", "Lucía Ortega", "Ximena Huamán", "Beatriz Oliveira"),
        ("José Luis Quispe", "Andrés Restrepo", "Diego Ortega", "Efraín Huamán", "Thiago Oliveira"),
    ),
    "Slavic": (
        ("Oksana Kovalenko", "Irina Volkova", "Agnieszka Nowak", "Jelena Petrović", "Zuzana Dvořáková"),
        ("Mykola Kovalenko", "Dmitri Volkov", "Krzysztof Nowak", "Dragan Petrović", "Tomáš Dvořák"),
    ),
}
SENTENCES = (
    "{} said on Monday that the bridge would stay shut until spring.",
    "“We have not been paid since March,” said {}, who works at the plant.",
    "“The water rose within minutes,” {} told reporters.",
    "According to {}, the committee never met.",
    "The minister, {}, denied that any order had been given.",
    "The vaccine was safe, {} added, and nobody had been harmed.",
    "A nurse, {}, described the ward as overcrowded.",
    "{} warned that prices would rise again.",
    "The decision was announced by {} after the meeting.",
    "The court heard that {} had told police the door was locked.",
    "Residents were told nothing, {} wrote in a letter to the council.",
    "In an interview, {} admitted that mistakes were made.",
)


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description="Compares how well people are found as sources.")
    parser.add_argument("folder", type=Path)
    network = Network(parser.parse_args().folder)
    counts = Counter[tuple[str, str]]()
    for region, groups in NAMES.items():
        for gender, people in zip(("women", "men"), groups, strict=True):
            for name, sentence in product(people, SENTENCES):
                named, sourced = found(network, name, sentence)
                for key in (region, gender, f"{region}, {gender}", "all"):
                    counts[key, "all"] += 1
                    counts[key, "named"] += named
                    counts[key, "sourced"] += sourced
    for key in dict.fromkeys(key for key, _ in counts):
        total = counts[key, "all"]
        print(f"{key:<24}{counts[key, 'named'] / total:>8.3f}{counts[key, 'sourced'] / total:>8.3f}{total:>6}")


def found(network: Network, name: str, sentence: str) -> tuple[bool, bool]:
    """Whether the name is found whole as a person's, and whether an attribution has it in its source."""
    words, breaks, ends, spans = lay_out(sentence.format(name))
    start = sentence.index("{}")
    own = {n for n, (first, last) in enumerate(spans) if first < start + len(name) and last > start}
    text = Words(words, breaks, ends)
    reading = network.read(text)
    named = any(set(range(n.first, n.last)) == own and n.kind == "person" for n in names(network, reading.states))
    openers = frozenset({"said", "told", "heard", "announced"})
    return named, any(own <= set(each.source) for each in reportings(network, reading, text, openers))


if __name__ == "__main__":
    main()
