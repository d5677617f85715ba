"""Fine-tunes the encoder and its heads on labelled mails, with one seed, and reports on the writers it has not seen.

    python train.py --data DIR --out DIR [--held-out WRITER ...] [--epochs N] [--frozen N]

DIR holds one file per writer, `<writer>.jsonl`, printed by `mailwijs-passages`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax

import base_model
import vocabulary
from examples import UNKNOWN, Cutter, Mail, batches, read, targets, with_company
from network import FLAGS, initial, logits
from report import describe
from topics import with_topics

POSITIONS = 168
CORPUS = Path(__file__).parents[3] / "tests/corpus/corpus.toml"
#: How much each flag weighs in the loss.
WEIGHT = {"sensitive": 1.0, "password": 0.5, "improper": 0.5}


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-out", nargs="*", default=unseen())
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--frozen", type=int, default=6)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--pieces", type=int, default=18_500)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=7)
    wish = parser.parse_args()
    wish.out.mkdir(parents=True, exist_ok=True)
    random.seed(wish.seed)

    mails = [mail for path in sorted(wish.data.glob("*.jsonl")) for mail in read(path, path.stem)]
    learnt = [mail for mail in mails if mail.writer not in wish.held_out]
    held_out = [mail for mail in mails if mail.writer in wish.held_out]
    say(f"{len(learnt)} mails to learn from, {len(held_out)} held out")

    base = base_model.load()
    texts = [text for mail in learnt for part in mail.texts for text, _ in part] + [mail.subject for mail in learnt]
    kept = vocabulary.kept_pieces(base, texts, wish.pieces)
    small, words = vocabulary.pruned(base, kept)
    cutter = Cutter(small)
    say(f"{len(kept)} pieces; {pieces_per_word(cutter, texts):.2f} pieces a word")

    params = initial(base, words, chosen_layers(base.layers, wish.layers), POSITIONS, wish.seed)
    params = fit(params, learnt, cutter, base.heads, wish)
    params = with_topics(params, learnt, cutter, base.heads, wish.frozen)
    save(wish.out / "model.npz", params, small)
    scores = scored(params, held_out or learnt, cutter, base.heads, wish.frozen)
    with (wish.out / "scores.jsonl").open("w") as file:
        for row in scores:
            file.write(json.dumps(row) + "\n")
    say(describe(scores))


def unseen() -> list[str]:
    """The parts of the corpus that nothing is learnt from."""
    return [part.replace("/", "-") for part in tomllib.loads(CORPUS.read_text("utf-8"))["unseen"]]


def say(text: str) -> None:
    """Prints at once."""
    print(text, flush=True)


def chosen_layers(all_layers: int, count: int) -> list[int]:
    """Which layers stay when some go: evenly spread, the first and the last among them."""
    return [round(at * (all_layers - 1) / max(1, count - 1)) for at in range(count)]


def pieces_per_word(cutter: Cutter, texts: list[str]) -> float:
    """How finely words are cut: a figure for the pruned vocabulary."""
    some = texts[:: max(1, len(texts) // 2000)]
    return sum(len(cutter.pieces(text)) for text in some) / max(1, sum(len(text.split()) for text in some))


def loss_of(trained, fixed, ids, owner, aims, heads, frozen, key):
    """Binary cross-entropy of each sentence, of the strongest sentence of the window, and of its categories."""
    labels, weights, present, whole, trusted, categories, named = aims
    out = logits({**fixed, **trained}, ids, owner, heads, frozen, key, 0.1)
    flags, topics = out[..., : len(FLAGS)], out[..., len(FLAGS) :]
    weight = jnp.array([WEIGHT[flag] for flag in FLAGS])
    each = optax.sigmoid_binary_cross_entropy(flags, labels) * weights * weight
    strongest = jnp.where(present[..., None] > 0, flags, -30.0).max(1)
    window = optax.sigmoid_binary_cross_entropy(strongest, whole) * trusted * weight
    unsure = (weights[..., 0] == 0) * whole[:, :1]
    of_positives = jnp.where(((labels[..., 0] + unsure) * present)[..., None] > 0, topics, -30.0)
    about = optax.sigmoid_binary_cross_entropy(of_positives.max(1), categories).sum(-1) * named
    return (window.sum(1) + 0.4 * each.sum((1, 2)) + 0.3 * about).sum() / jnp.maximum(trusted[:, 0].sum(), 1)


def fit(params, learnt: list[Mail], cutter: Cutter, heads: int, wish) -> dict:
    """Trains for some epochs; each epoch sets the short examples anew among harmless sentences."""
    generator = random.Random(wish.seed)
    trained = {name: params[name] for name in ("layers", "head")}
    fixed = {name: leaf for name, leaf in params.items() if name not in trained}
    short = [m for m in learnt if not m.subject]
    whole = [m for m in learnt if m.subject]
    hosts = [m for m in whole if m.clean and m.texts and 2 <= len(m.texts[0]) <= 8]
    plan = [epoch_batches(short, whole, hosts, cutter, generator) for _ in range(wish.epochs)]
    steps = sum(len(part) for part in plan)
    curve = optax.warmup_cosine_decay_schedule(0.0, wish.rate, max(1, steps // 15), steps, wish.rate / 20)
    optimiser = optax.multi_transform(
        {
            "layers": optax.chain(optax.clip_by_global_norm(1.0), optax.adam(curve)),
            "head": optax.chain(optax.clip_by_global_norm(1.0), optax.adam(lambda step: 8 * curve(step))),
        },
        {name: jax.tree.map(lambda _, name=name: name, leaf) for name, leaf in trained.items()},
    )
    state = optimiser.init(trained)

    @jax.jit
    def step(trained, state, ids, owner, aims, key):
        loss, slope = jax.value_and_grad(loss_of)(trained, fixed, ids, owner, aims, heads, wish.frozen, key)
        change, state = optimiser.update(slope, state, trained)
        return optax.apply_updates(trained, change), state, loss

    key = jax.random.PRNGKey(wish.seed)
    began, done, recent = time.time(), 0, []
    for epoch, made in enumerate(plan):
        for part, ids, owner in made:
            key, now = jax.random.split(key)
            trained, state, loss = step(trained, state, ids, owner, targets(part, len(ids)), now)
            recent.append(float(loss))
            done += 1
            if done % 50 == 0:
                say(f"epoch {epoch} step {done}/{steps} loss {np.mean(recent[-50:]):.3f} {time.time() - began:.0f} s")
    return {**fixed, **trained}


def epoch_batches(short, whole, hosts, cutter, generator):
    """Whole mails as they are; short examples half alone, half in company."""
    mails = list(whole)
    for mail in short:
        mails.append(with_company(mail, hosts, generator) if mail.texts and generator.random() < 0.5 else mail)
    windows = [window for index, mail in enumerate(mails) for window in cutter.windows(mail, index)]
    return batches(windows, 2048, generator)


def scored(params, mails: list[Mail], cutter: Cutter, heads: int, frozen: int) -> list[dict]:
    """Each mail with the logits of its sentences."""
    windows = [window for index, mail in enumerate(mails) for window in cutter.windows(mail, index)]
    rows: list[list] = [[] for _ in mails]
    key = jax.random.PRNGKey(0)
    for part, ids, owner in batches(windows, 2048, None):
        out = np.asarray(logits(params, ids, owner, heads, frozen, key))
        for row, window in enumerate(part):
            for at, label in enumerate(window.labels):
                if at in window.owner:
                    text, start = window.place
                    rows[window.mail].append([text, 0 if at == 0 else start + at, label, *out[row, at].round(3).tolist()])
    return [
        {
            "id": mail.id, "writer": mail.writer, "lang": mail.lang, "difficulty": mail.difficulty, "clean": mail.clean,
            "flags": mail.flags, "told": mail.told, "categories": mail.categories, "sentences": sorted(lines), "rules": mail.rules,
        }
        for mail, lines in zip(mails, rows, strict=True)
    ]  # fmt: skip


def save(path: Path, params: dict, small) -> None:
    """Keeps everything the export needs."""
    flat = {f"layers.{name}": leaf for name, leaf in params["layers"].items()}
    flat |= {f"head.{name}": leaf for name, leaf in params["head"].items()}
    flat |= {name: params[name] for name in ("word", "position", "norm.w", "norm.b")}
    np.savez(
        path,
        pieces=np.array(small.pieces),
        scores=np.array(small.scores, np.float32),
        **{name: np.asarray(leaf) for name, leaf in flat.items()},
    )


if __name__ == "__main__":
    main()
