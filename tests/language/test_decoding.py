"""What is made of the network's scores: trees, label sequences, and distances."""

from itertools import pairwise, product
from types import SimpleNamespace
from typing import Any, cast

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.language import trees as parser
from stemma.language.distances import DISTANCES, buckets
from stemma.language.network import Network, shipped
from stemma.language.reporting import viterbi
from stemma.language.trees import gelu, spanning_tree, trees


def network_of(scores: dict[str, Any], labels: dict[str, Any]) -> Network:
    return cast(Network, SimpleNamespace(scores=scores, labels=labels))


@settings(max_examples=60)
@given(st.integers(1, 30), st.integers(0, 10_000))
def test_heads_are_always_a_tree_with_one_root(size: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    wide = 6
    scores = {
        "arc_pair": rng.normal(size=(wide, wide)).astype(np.float32),
        "arc_head": rng.normal(size=wide).astype(np.float32),
        "arc_root": rng.normal(size=wide).astype(np.float32),
        "relation_weight": rng.normal(size=(3, wide)).astype(np.float32),
        "relation_bias": np.zeros(3, dtype=np.float32),
        "relation_root": np.zeros(wide, dtype=np.float32),
    }
    states = {
        name: rng.normal(size=(size, wide)).astype(np.float32)
        for name in ("arc_word", "arc_head", "relation_word", "relation_head")
    }
    network = network_of(scores, {"relations": ["obj", "root", "nsubj"]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "LONGEST", 8)
        heads, relations = trees(network, states, [size])
    roots = [word for word, head in enumerate(heads) if word == head]
    assert len(roots) == 1
    assert [relations[n] for n in roots] == ["root"]
    assert relations.count("root") == 1
    for word in range(size):
        place, seen = word, set()
        while heads[place] != place:
            assert place not in seen
            seen.add(place)
            place = heads[place]


@settings(max_examples=100)
@given(st.integers(2, 12), st.integers(0, 10_000), st.booleans())
def test_the_spanning_tree_is_the_best_there_is(size: int, seed: int, ties: bool) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(size, size)).astype(np.float32)
    scores = np.round(scores * 2) if ties else scores
    np.fill_diagonal(scores, -np.inf)
    root = int(rng.integers(size))
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    for word, head in product(range(size), range(size)):
        if word not in (head, root):
            graph.add_edge(head, word, weight=float(scores[word, head]) + 1e3)
    best = networkx.maximum_spanning_arborescence(graph, preserve_attrs=False)
    heads = spanning_tree(scores, root)
    assert heads[root] == root
    found = sum(float(scores[word, heads[word]]) for word in range(size) if word != root)
    assert found == pytest.approx(sum(float(scores[word, head]) for head, word in best.edges), abs=1e-3)


@settings(max_examples=60)
@given(st.integers(1, 5), st.integers(1, 4), st.integers(0, 10_000))
def test_viterbi_finds_the_best_of_all_sequences(steps: int, rows: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    logits = rng.normal(size=(rows, steps, 3)).astype(np.float32)
    following = rng.normal(size=(3, 3)).astype(np.float32)
    found = viterbi(logits, np.ones((rows, steps), dtype=np.bool_), following)
    for row in range(rows):
        best = max(product(range(3), repeat=steps), key=lambda labels: worth(labels, logits[row], following))
        assert worth(tuple(found[row]), logits[row], following) == pytest.approx(
            worth(best, logits[row], following), abs=1e-4
        )


def worth(labels: tuple[int, ...], logits: Any, following: Any) -> float:
    steps = sum(logits[n, label] for n, label in enumerate(labels))
    return float(steps + sum(following[a, b] for a, b in pairwise(labels)))


@given(st.integers(2, 6), st.integers(0, 3), st.integers(0, 10_000))
def test_steps_outside_the_text_change_nothing(steps: int, padding: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    logits = rng.normal(size=(1, steps, 3)).astype(np.float32)
    following = rng.normal(size=(3, 3)).astype(np.float32)
    alone = viterbi(logits, np.ones((1, steps), dtype=np.bool_), following)
    noise = rng.normal(size=(1, padding, 3)).astype(np.float32)
    held = np.array([[False] * padding + [True] * steps + [False] * padding])
    padded = viterbi(np.concatenate((noise, logits, noise), 1), held, following)
    assert padded[0, padding : padding + steps].tolist() == alone[0].tolist()


def test_distances_keep_direction_and_order() -> None:
    found = buckets(np.arange(-600, 601))
    assert found.min() == 0
    assert found.max() < DISTANCES
    forward = buckets(np.arange(601))
    assert (np.diff(forward) >= 0).all()
    assert set(forward.tolist()).isdisjoint(buckets(-np.arange(1, 601)).tolist())


def test_gelu_is_what_training_used() -> None:
    x = np.array([-3.0, -1.0, 0.0, 0.5, 2.0], dtype=np.float32)
    assert gelu(x) == pytest.approx([-0.004050, -0.158655, 0.0, 0.345731, 1.954500], abs=2e-6)


def test_labels_and_columns_of_the_shipped_network_fit() -> None:
    network = shipped()
    columns = sorted(network.labels["columns"].values())
    assert columns[0][0] == 0
    assert all(a[1] == b[0] for a, b in pairwise(columns))
    for name in ("tags", "names", "upos", "xpos"):
        start, stop = network.labels["columns"][name]
        assert stop - start == len(network.labels[name])
