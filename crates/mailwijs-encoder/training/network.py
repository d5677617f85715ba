"""The encoder and its heads as a JAX function: a BERT with post-layer norm, and a small head on each sentence's mean."""

from __future__ import annotations

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from base_model import BaseModel

#: What a sentence may hold, and the categories of sensitive data in the order of the product's contract.
FLAGS = ("sensitive", "password", "improper")
TOPICS = ("family", "psychosocial", "medical", "care", "financial", "judicial", "special")
HEAD_UNITS = 128
LAYER_PARTS = {
    "q.w", "q.b", "k.w", "k.b", "v.w", "v.b", "ao.w", "ao.b", "aln.w", "aln.b",
    "fi.w", "fi.b", "fo.w", "fo.b", "oln.w", "oln.b",
}  # fmt: skip


def initial(base: BaseModel, words: np.ndarray, layers: list[int], positions: int, seed: int) -> dict:
    """Parameters: the chosen layers stacked, the pruned embedding table, fresh heads."""
    generator = np.random.default_rng(seed)
    table = base.tensors["emb.pos"].reshape(-1, base.hidden)[:positions] + base.tensors["emb.type"].reshape(-1, base.hidden)[0]
    stacked = {
        part: jnp.stack([jnp.asarray(base.tensors[f"l{layer}.{part}"]) for layer in layers]) for part in sorted(LAYER_PARTS)
    }
    head = {
        "w1": generator.normal(0, 0.03, (2 * base.hidden, HEAD_UNITS)),
        "b1": np.zeros(HEAD_UNITS),
        "w2": generator.normal(0, 0.05, (HEAD_UNITS, len(FLAGS) + len(TOPICS))),
        "b2": np.full(len(FLAGS) + len(TOPICS), -2.0),
    }
    return {
        "word": jnp.asarray(words),
        "position": jnp.asarray(table),
        "norm.w": jnp.asarray(base.tensors["emb.ln.w"]),
        "norm.b": jnp.asarray(base.tensors["emb.ln.b"]),
        "layers": stacked,
        "head": {name: jnp.asarray(value, jnp.float32) for name, value in head.items()},
    }


def _norm(x, weight, bias):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(variance + 1e-12) * weight + bias


def _layer(x, mask, p, heads, key, rate):
    batch, length, hidden = x.shape
    size = hidden // heads

    def split(name):
        return (x @ p[f"{name}.w"].T + p[f"{name}.b"]).reshape(batch, length, heads, size).transpose(0, 2, 1, 3)

    scores = split("q") @ split("k").transpose(0, 1, 3, 2) / np.sqrt(size) + mask
    seen = jax.nn.softmax(scores, -1) @ split("v")
    seen = seen.transpose(0, 2, 1, 3).reshape(batch, length, hidden)
    first, second = jax.random.split(key)
    x = _norm(x + _dropped(seen @ p["ao.w"].T + p["ao.b"], first, rate), p["aln.w"], p["aln.b"])
    inner = jax.nn.gelu(x @ p["fi.w"].T + p["fi.b"], approximate=True)
    return _norm(x + _dropped(inner @ p["fo.w"].T + p["fo.b"], second, rate), p["oln.w"], p["oln.b"])


def _dropped(x, key, rate):
    if rate == 0.0:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0.0)


@partial(jax.jit, static_argnames=("heads", "frozen", "rate"))
def features(params, ids, owner, heads: int, frozen: int, key, rate: float = 0.0):
    """What the heads see of each sentence: the mean of its pieces, and that of the whole window.

    `ids` [batch, length], 1 is padding. `owner` [batch, length]: the sentence a token belongs to, counted from 0; -1 for
    marks and padding. Returns [batch, sentences, 2 * hidden]; sentences without tokens hold nonsense. The lowest `frozen`
    layers learn nothing.
    """
    sentences = 24
    real = ids != 1
    mask = jnp.where(real, 0.0, -1e9)[:, None, None, :]
    x = params["word"][ids] + params["position"][None, : ids.shape[1]]
    x = _norm(x, params["norm.w"], params["norm.b"])
    keys = jax.random.split(key, params["layers"]["q.b"].shape[0])
    low = jax.tree.map(lambda leaf: leaf[:frozen], params["layers"])
    high = jax.tree.map(lambda leaf: leaf[frozen:], params["layers"])
    x, _ = jax.lax.scan(lambda x, p: (_layer(x, mask, p[0], heads, p[1], 0.0), None), x, (low, keys[:frozen]))
    x = jax.lax.stop_gradient(x)
    x, _ = jax.lax.scan(lambda x, p: (_layer(x, mask, p[0], heads, p[1], rate), None), x, (high, keys[frozen:]))
    membership = (owner[:, None, :] == jnp.arange(sentences)[None, :, None]).astype(x.dtype)
    counts = membership.sum(-1, keepdims=True)
    own = membership @ x / jnp.maximum(counts, 1.0)
    whole = (x * real[..., None]).sum(1) / jnp.maximum(real.sum(1, keepdims=True), 1)
    return jnp.concatenate([own, jnp.broadcast_to(whole[:, None], own.shape)], -1)


def logits(params, ids, owner, heads: int, frozen: int, key, rate: float = 0.0):
    """Logits of each sentence, [batch, sentences, flags and topics]."""
    both = features(params, ids, owner, heads, frozen, key, rate)
    head = params["head"]
    if "w3" in head:
        flags = len(FLAGS)
        first = jnp.tanh(both @ head["w1"] + head["b1"]) @ head["w2"][:, :flags] + head["b2"][:flags]
        return jnp.concatenate([first, both @ head["w3"] + head["b3"]], -1)
    units = jnp.tanh(both @ head["w1"] + head["b1"])
    return units @ head["w2"] + head["b2"]
