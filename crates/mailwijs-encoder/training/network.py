"""The encoder and its heads: a BERT with post-layer norm, and a small head on each sentence's mean.

Matrices are multiplied at half precision (bfloat16) while learning, where the processor may be several times faster at it; what
is added up, and everything when nothing is learnt, is at full precision.
"""

from __future__ import annotations

import numpy as np
import tensorflow as tf

from base_model import BaseModel

#: What a sentence may hold, and the categories of sensitive data in the order of the product's contract.
FLAGS = ("sensitive", "password", "improper")
TOPICS = ("family", "psychosocial", "medical", "care", "financial", "judicial", "special")
HEAD_UNITS = 128
#: The most sentences of a window, the subject being the first.
SENTENCES = 24
LAYER_PARTS = (
    "ao.b", "ao.w", "aln.b", "aln.w", "fi.b", "fi.w", "fo.b", "fo.w",
    "k.b", "k.w", "oln.b", "oln.w", "q.b", "q.w", "v.b", "v.w",
)  # fmt: skip


def initial(base: BaseModel, words: np.ndarray, layers: list[int], positions: int, seed: int) -> dict:
    """Parameters: the chosen layers, the pruned embedding table, fresh heads."""
    generator = np.random.default_rng(seed)
    table = base.tensors["emb.pos"].reshape(-1, base.hidden)[:positions] + base.tensors["emb.type"].reshape(-1, base.hidden)[0]
    head = {
        "w1": generator.normal(0, 0.03, (2 * base.hidden, HEAD_UNITS)),
        "b1": np.zeros(HEAD_UNITS),
        "w2": generator.normal(0, 0.05, (HEAD_UNITS, len(FLAGS) + len(TOPICS))),
        "b2": np.full(len(FLAGS) + len(TOPICS), -2.0),
    }
    return {
        "word": words,
        "position": table,
        "norm.w": base.tensors["emb.ln.w"],
        "norm.b": base.tensors["emb.ln.b"],
        "layers": [{part: base.tensors[f"l{layer}.{part}"] for part in LAYER_PARTS} for layer in layers],
        "head": {name: value.astype(np.float32) for name, value in head.items()},
    }


def restored(model: dict[str, np.ndarray]) -> dict:
    """Parameters as `train.py` saved them."""
    params = {name: model[name] for name in ("word", "position", "norm.w", "norm.b")}
    depth = len(model[f"layers.{LAYER_PARTS[0]}"])
    params["layers"] = [{part: model[f"layers.{part}"][at] for part in LAYER_PARTS} for at in range(depth)]
    params["head"] = {name.removeprefix("head."): value for name, value in model.items() if name.startswith("head.")}
    return params


def features(params: dict, ids, owner, heads: int, rate: float = 0.0, seed=(0, 0), half: bool = False):
    """What the heads see of each sentence: the mean of its pieces, and that of the whole window.

    `ids` [batch, length], 1 is padding. `owner` [batch, length]: the sentence a token belongs to, counted from 0; -1 for
    marks and padding. Returns [batch, sentences, 2 * hidden]; sentences without tokens hold nonsense. `rate` is the dropout of
    layers whose parameters are variables, `seed` its pair of numbers.
    """
    real = tf.cast(ids != 1, tf.float32)
    mask = ((real - 1.0) * 1e9)[:, None, None, :]
    x = tf.gather(params["word"], ids) + tf.constant(params["position"])[None, : ids.shape[1]]
    x = _norm(x, params["norm.w"], params["norm.b"])
    seed = tf.constant(seed) if isinstance(seed, tuple) else seed
    for index, layer in enumerate(params["layers"]):
        learning = isinstance(layer["q.w"], tf.Variable)
        x = _layer(x, mask, layer, heads, rate if learning else 0.0, seed + [0, 2 * index], half)
    membership = tf.cast(owner[:, None, :] == tf.range(SENTENCES)[None, :, None], tf.float32)
    own = membership @ x / tf.maximum(tf.reduce_sum(membership, -1, keepdims=True), 1.0)
    whole = tf.reduce_sum(x * real[..., None], 1) / tf.maximum(tf.reduce_sum(real, 1, keepdims=True), 1.0)
    return tf.concat([own, tf.broadcast_to(whole[:, None], tf.shape(own))], -1)


def logits(params: dict, ids, owner, heads: int, rate: float = 0.0, seed=(0, 0), half: bool = False):
    """Logits of each sentence, [batch, sentences, flags and topics]."""
    both = features(params, ids, owner, heads, rate, seed, half)
    head = params["head"]
    units = tf.tanh(tf.tensordot(both, head["w1"], 1) + head["b1"])
    out = tf.tensordot(units, head["w2"], 1) + head["b2"]
    if "w3" not in head:
        return out
    return tf.concat([out[..., : len(FLAGS)], tf.tensordot(both, head["w3"], 1) + head["b3"]], -1)


def _layer(x, mask, p, heads, rate, seed, half):
    batch, length, hidden = x.shape
    size = hidden // heads
    kind = tf.bfloat16 if half else tf.float32
    mixed = _times(x, tf.concat([p["q.w"], p["k.w"], p["v.w"]], 0), kind)
    mixed += tf.cast(tf.concat([p["q.b"], p["k.b"], p["v.b"]], 0), kind)
    query, key, value = tf.unstack(tf.transpose(tf.reshape(mixed, (batch, length, 3, heads, size)), (2, 0, 3, 1, 4)))
    scores = tf.cast(tf.matmul(query, key, transpose_b=True), tf.float32) / np.float32(np.sqrt(size)) + mask
    seen = tf.matmul(tf.cast(tf.nn.softmax(scores), kind), value)
    seen = tf.reshape(tf.transpose(seen, (0, 2, 1, 3)), (batch, length, hidden))
    x = _added(x, _times(seen, p["ao.w"], kind), p["ao.b"], p["aln.w"], p["aln.b"], _kept(x, rate, seed))
    inner = _gelu(_times(x, p["fi.w"], kind), tf.cast(p["fi.b"], kind))
    return _added(x, _times(inner, p["fo.w"], kind), p["fo.b"], p["oln.w"], p["oln.b"], _kept(x, rate, seed + [0, 1]))


def _times(x, weight, kind):
    flat = tf.matmul(tf.cast(tf.reshape(x, (-1, x.shape[-1])), kind), tf.cast(weight, kind), transpose_b=True)
    return tf.reshape(flat, (*x.shape[:-1], weight.shape[0]))


def _kept(x, rate: float, seed):
    """By what dropout multiplies each number."""
    if rate == 0.0:
        return tf.constant(1.0)
    return tf.cast(tf.random.stateless_uniform(x.shape, seed) >= rate, tf.float32) / (1 - rate)


@tf.function(jit_compile=True)
def _norm(x, weight, bias):
    centred = x - tf.reduce_mean(x, -1, keepdims=True)
    return centred * tf.math.rsqrt(tf.reduce_mean(centred * centred, -1, keepdims=True) + 1e-12) * weight + bias


@tf.function(jit_compile=True)
def _added(x, change, change_bias, weight, bias, kept):
    """The sum of a layer's input and what a part of the layer makes of it, normalised."""
    return _norm(x + (tf.cast(change, tf.float32) + change_bias) * kept, weight, bias)


@tf.function(jit_compile=True)
def _gelu(x, bias):
    """The tanh form; the library's own raises to a power, which is slow."""
    x = tf.cast(x + bias, tf.float32)
    return tf.cast(0.5 * x * (1 + tf.tanh(0.7978845608 * x * (1 + 0.044715 * x * x))), bias.dtype)
