"""What each head is trained on, batch by batch. Every loss is a mean, so that the sizes of batches do not weigh."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.examples import PARTS, Window
from training.model import HIDDEN, Scores

Projected = dict[str, Tensor]


def tags(windows: Sequence[Window], found: Projected, _: Scores) -> Tensor | None:
    """Source, cue or content, word by word."""
    return _plain(windows, found["tags"], "tags")


def upos(windows: Sequence[Window], found: Projected, _: Scores) -> Tensor | None:
    """The universal part of speech."""
    return _plain(windows, found["upos"], "upos")


def xpos(windows: Sequence[Window], found: Projected, _: Scores) -> Tensor | None:
    """The Penn Treebank's part of speech, which tells tense and number."""
    return _plain(windows, found["xpos"], "xpos")


def _plain(windows: Sequence[Window], logits: Tensor, name: str) -> Tensor | None:
    if getattr(windows[0].document, name) is None:
        return None
    truth = _padded([getattr(w.document, name)[w.first : w.last] for w in windows], logits.shape[1], -100)
    return functional.cross_entropy(logits.flatten(0, 1).float(), truth.flatten(), ignore_index=-100)


def names(windows: Sequence[Window], found: Projected, _: Scores) -> Tensor | None:
    """Names; where a corpus leaves kinds unmarked, an unmarked word may be any of them."""
    if windows[0].document.names is None:
        return None
    logits = found["names"].float()
    truth = _padded([w.document.names[w.first : w.last] for w in windows], logits.shape[1], -100)
    scored = torch.log_softmax(logits, -1)
    chosen = scored.gather(-1, truth.clamp(min=0)[..., None])[..., 0]
    unmarked = scored[..., list(windows[0].document.outside)].logsumexp(-1)
    each = torch.where(truth == 0, unmarked, chosen)
    return -each[truth >= 0].mean()


def arcs(windows: Sequence[Window], found: Projected, scores: Scores) -> Tensor | None:
    """Each word's head among the words of its sentence."""
    if windows[0].document.heads is None:
        return None
    logits = scores.arcs(found["arc_word"], found["arc_head"]).float()
    width = logits.shape[1]
    truth = _padded([_heads(w, rooted=True) for w in windows], width, -100)
    same = torch.stack([_same_sentence(w, width) for w in windows])
    return functional.cross_entropy((logits + (~same) * HIDDEN).flatten(0, 1), truth.flatten(), ignore_index=-100)


def relations(windows: Sequence[Window], found: Projected, scores: Scores) -> Tensor | None:
    """The label of each arc of the true tree."""
    if windows[0].document.relations is None:
        return None
    words, heads = found["relation_word"], found["relation_head"]
    width = words.shape[1]
    root = scores.root.expand(len(windows), 1, -1)
    whole = torch.cat((root.to(heads.dtype), heads), 1)
    at = _padded([_heads(w, rooted=True) for w in windows], width, -100)
    chosen = whole.gather(1, at.clamp(min=0)[..., None].expand(-1, -1, whole.shape[-1]))
    truth = _padded([w.document.relations[w.first : w.last] for w in windows], width, -100)
    truth = torch.where(at < 0, torch.full_like(truth, -100), truth)
    logits = scores.relations(words, chosen).float()
    return functional.cross_entropy(logits.flatten(0, 1), truth.flatten(), ignore_index=-100)


def attributions(windows: Sequence[Window], found: Projected, scores: Scores) -> Tensor | None:
    """For each true cue, the parts of all words of its window, as one sequence (a linear-chain CRF)."""
    rows, anchors, parts, lengths = [], [], [], []
    width = found["attribution_word"].shape[1]
    for row, window in enumerate(windows):
        for each in window.document.attributions:
            if window.first <= each.anchor < window.last:
                inside = {n - window.first: p for n, p in each.parts.items() if window.first <= n < window.last}
                rows.append(row)
                anchors.append(each.anchor - window.first)
                parts.append([inside.get(n, 0) for n in range(window.last - window.first)])
                lengths.append(window.last - window.first)
    if not rows:
        return None
    row, anchor = torch.tensor(rows), torch.tensor(anchors)
    distance = torch.arange(width)[None, :] - anchor[:, None]
    cues = found["attribution_cue"][row, anchor]
    logits = scores.parts(found["attribution_word"][row], cues, distance).float()
    truth = _padded(parts, width, 0)
    held = torch.arange(width)[None, :] < torch.tensor(lengths)[:, None]
    return chain_loss(logits, truth, held, scores.part_next) / 16 + _rivalry(logits, truth, row)


def _rivalry(logits: Tensor, truth: Tensor, row: Tensor) -> Tensor:
    """Which of the cues of its window a word of content belongs to: the package gives it to one of them only."""
    content = PARTS.index("content")
    claimed, word = (truth == content).nonzero(as_tuple=True)
    claims = (logits[:, :, content] - logits[:, :, 0]).T[word]
    claims = claims.masked_fill(row[claimed][:, None] != row[None, :], HIDDEN)
    return functional.cross_entropy(claims, claimed) if len(claimed) else logits.sum() * 0


def chain_loss(logits: Tensor, truth: Tensor, held: Tensor, following: Tensor) -> Tensor:
    """Mean negative log-likelihood of label sequences: `logits` [rows, steps, labels], `held` where a step counts."""
    gold = (logits.gather(-1, truth[..., None])[..., 0] * held).sum(1)
    gold = gold + (following[truth[:, :-1], truth[:, 1:]] * held[:, 1:]).sum(1)
    total = logits[:, 0]
    for step in range(1, logits.shape[1]):
        new = torch.logsumexp(total[:, :, None] + following[None], 1) + logits[:, step]
        total = torch.where(held[:, step, None], new, total)
    return (total.logsumexp(-1) - gold).mean()


def coreference(windows: Sequence[Window], found: Projected, scores: Scores) -> Tensor | None:
    """Marginal likelihood of all right antecedents (Lee et al. 2017, section 4); where only wrong ones are known,
    of everything else."""
    if windows[0].document.references is None:
        return None
    losses = []
    for row, window in enumerate(windows):
        mine = [r for r in window.document.references or () if window.first <= r.word < window.last]
        others = [n - window.first for n in window.document.candidates if window.first <= n < window.last]
        if not mine or not others:
            continue
        words = torch.tensor([r.word - window.first for r in mine])
        to = torch.tensor(others)
        distance = words[:, None] - to[None, :]
        logits = scores.references(found["reference_word"][row, words], found["reference_to"][row, to], distance)
        itself = torch.cat((torch.zeros(len(mine), 1, dtype=torch.bool), distance == 0), 1)
        chances = torch.log_softmax(logits.float().masked_fill(itself, HIDDEN), 1)
        place = {n: i + 1 for i, n in enumerate(others)}
        good = torch.zeros_like(chances, dtype=torch.bool)
        for n, reference in enumerate(mine):
            right = [place[r - window.first] for r in reference.right if r - window.first in place]
            wrong = [place[r - window.first] for r in reference.wrong if r - window.first in place]
            if right:
                good[n, right] = True
            elif wrong:
                good[n] = ~itself[n]
                good[n, wrong] = False
            else:
                good[n, 0] = True
        losses.append(-chances.masked_fill(~good, HIDDEN).logsumexp(1))
    return torch.cat(losses).mean() if losses else None


Loss = Callable[[Sequence[Window], Projected, Scores], Tensor | None]
LOSSES: dict[str, Loss] = {
    each.__name__: each for each in (tags, attributions, names, upos, xpos, arcs, relations, coreference)
}


def _padded(rows: Sequence[Sequence[int]], width: int, filling: int) -> Tensor:
    return torch.tensor([[*row, *[filling] * (width - len(row))] for row in rows])


def _heads(window: Window, rooted: bool) -> list[int]:
    """The heads by place in the window, counted from 1 with 0 the root; -100 where the head was cut off."""
    found = []
    for n in range(window.first, window.last):
        head = (window.document.heads or [])[n]
        if head == n:
            found.append(0)
        else:
            found.append(head - window.first + rooted if window.first <= head < window.last else -100)
    return found


def _same_sentence(window: Window, width: int) -> Tensor:
    """`[width, 1 + width]`: the root, and the words of a word's own sentence."""
    numbers = torch.full((width,), -1)
    first = window.first
    for n, end in enumerate(window.document.ends):
        if end > first:
            numbers[max(first, window.first) - window.first : min(end, window.last) - window.first] = n
            first = end
        if end >= window.last:
            break
    same = numbers[:, None] == numbers[None, :]
    return torch.cat((torch.ones(width, 1, dtype=torch.bool), same), 1)
