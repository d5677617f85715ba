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

import numpy as np
import tensorflow as tf

import base_model
import vocabulary
from examples import UNKNOWN, Cutter, Mail, batches, read, targets, with_company
from network import FLAGS, LAYER_PARTS, initial, logits
from report import describe
from topics import with_topics

POSITIONS = 168
#: How fast a layer learns, beside the one above it.
DEEPER = 0.9
CORPUS = Path(__file__).parents[3] / "tests/corpus/corpus.toml"


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--held-out", nargs="*", default=unseen())
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--frozen", type=int, default=3)
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
    params = with_topics(params, learnt, cutter, base.heads)
    save(wish.out / "model.npz", params, small)
    scores = scored(params, held_out or learnt, cutter, base.heads)
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


def loss_of(out, aims):
    """Binary cross-entropy of each sentence, of the strongest sentence of the window, and of its categories."""
    labels, weights, present, whole, trusted, categories, named = aims
    flags, topics = out[..., : len(FLAGS)], out[..., len(FLAGS) :]
    each = _entropy(labels, flags) * weights
    strongest = tf.reduce_max(tf.where(present[..., None] > 0, flags, -30.0), 1)
    window = _entropy(whole, strongest) * trusted
    unsure = tf.cast(weights[..., 0] == 0, tf.float32) * whole[:, :1]
    of_positives = tf.where(((labels[..., 0] + unsure) * present)[..., None] > 0, topics, -30.0)
    about = tf.reduce_sum(_entropy(categories, tf.reduce_max(of_positives, 1)), -1) * named
    total = tf.reduce_sum(window, 1) + 0.4 * tf.reduce_sum(each, (1, 2)) + 0.5 * about
    return tf.reduce_sum(total) / tf.maximum(tf.reduce_sum(trusted[:, 0]), 1.0)


def _entropy(truth, odds):
    return tf.nn.sigmoid_cross_entropy_with_logits(labels=truth, logits=odds)


def fit(params: dict, learnt: list[Mail], cutter: Cutter, heads: int, wish) -> dict:
    """Trains for some epochs; each epoch sets the short examples anew among harmless sentences."""
    generator = random.Random(wish.seed)
    short = [m for m in learnt if not m.subject]
    whole = [m for m in learnt if m.subject]
    hosts = [m for m in whole if m.clean and m.texts and 2 <= len(m.texts[0]) <= 8]
    plan = [epoch_batches(short, whole, hosts, cutter, generator) for _ in range(wish.epochs)]
    steps = sum(len(part) for part in plan)
    frozen, upper = params["layers"][: wish.frozen], params["layers"][wish.frozen :]
    layers = [{name: tf.Variable(value) for name, value in layer.items()} for layer in upper]
    head = {name: tf.Variable(value) for name, value in params["head"].items()}
    learning = {**params, "layers": [*frozen, *layers], "head": head}
    # What lies deeper is nearer to the language itself, and changes less.
    slower = [(wish.rate * DEEPER**depth, layer) for depth, layer in enumerate(reversed(layers))]
    rates = [(8 * wish.rate, head), *slower]
    groups = [(optimiser(rate, steps), list(variables.values())) for rate, variables in rates]
    for chosen, variables in groups:
        chosen.build(variables)

    @tf.function
    def step(ids, owner, aims, seed):
        with tf.GradientTape() as tape:
            loss = loss_of(logits(learning, ids, owner, heads, 0.1, seed, half=True), aims)
        slopes = tape.gradient(loss, [variables for _, variables in groups])
        for (chosen, variables), slope in zip(groups, slopes, strict=True):
            chosen.apply_gradients(zip(slope, variables, strict=True))
        return loss

    began, done, recent = time.time(), 0, []
    for epoch, made in enumerate(plan):
        for part, ids, owner in made:
            aims = tuple(tf.constant(aim) for aim in targets(part, len(ids)))
            recent.append(float(step(tf.constant(ids), tf.constant(owner), aims, tf.constant([wish.seed, 1000 * done]))))
            done += 1
            if done % 50 == 0:
                say(f"epoch {epoch} step {done}/{steps} loss {np.mean(recent[-50:]):.3f} {time.time() - began:.0f} s")
    learnt_layers = [{name: value.numpy() for name, value in layer.items()} for layer in layers]
    return {**params, "layers": [*frozen, *learnt_layers], "head": {name: value.numpy() for name, value in head.items()}}


def optimiser(rate: float, steps: int) -> tf.keras.optimizers.Adam:
    """Adam, warmed up and then slowing along a cosine."""
    warm = max(1, steps // 15)
    curve = tf.keras.optimizers.schedules.CosineDecay(
        0.0, steps - warm, alpha=1 / 20, warmup_target=rate, warmup_steps=warm
    )
    return tf.keras.optimizers.Adam(curve, epsilon=1e-8, global_clipnorm=1.0)


def epoch_batches(short, whole, hosts, cutter, generator):
    """Whole mails as they are; short examples half alone, half in company."""
    mails = list(whole)
    for mail in short:
        mails.append(with_company(mail, hosts, generator) if mail.texts and generator.random() < 0.5 else mail)
    windows = [window for index, mail in enumerate(mails) for window in cutter.windows(mail, index)]
    return batches(windows, 2048, generator)


def scored(params: dict, mails: list[Mail], cutter: Cutter, heads: int) -> list[dict]:
    """Each mail with the logits of its sentences."""
    windows = [window for index, mail in enumerate(mails) for window in cutter.windows(mail, index)]
    rows: list[list] = [[] for _ in mails]
    read_only = tf.function(lambda ids, owner: logits(params, ids, owner, heads))
    for part, ids, owner in batches(windows, 2048, None):
        out = read_only(tf.constant(ids), tf.constant(owner)).numpy()
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
    flat = {f"layers.{part}": np.stack([layer[part] for layer in params["layers"]]) for part in LAYER_PARTS}
    flat |= {f"head.{name}": leaf for name, leaf in params["head"].items()}
    flat |= {name: params[name] for name in ("word", "position", "norm.w", "norm.b")}
    np.savez(
        path,
        pieces=np.array(small.pieces),
        scores=np.array(small.scores, np.float32),
        **flat,
    )


if __name__ == "__main__":
    main()
