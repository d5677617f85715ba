"""Writes a trained model as the product reads it: 8-bit matrices with a scale per row, in one `safetensors` file.

    python export.py MODEL.npz OUT.safetensors
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from network import FLAGS

MATRICES = ("q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w")


def quantised(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each row as numbers from -127 to 127 and their scale."""
    scale = np.maximum(np.abs(matrix).max(1), 1e-8).astype(np.float32) / 127
    return np.rint(matrix / scale[:, None]).astype(np.int8), scale


def parts_of(model: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The parts of the file by name."""
    parts: dict[str, np.ndarray] = {}

    def matrix(name: str, value: np.ndarray) -> None:
        parts[name], parts[f"{name}.scale"] = quantised(value)

    matrix("word", model["word"])
    for name in ("position", "norm.w", "norm.b", "scores"):
        parts[name] = model[name].astype(np.float32)
    for name, value in model.items():
        if name.startswith("head."):
            parts[name] = value.astype(np.float32)
        if name in ("head.w2", "head.b2"):
            # The other columns only helped while learning: `topics.py` fits the categories.
            parts[name] = parts[name][..., : len(FLAGS)]
        if name.startswith("layers."):
            part = name.removeprefix("layers.")
            for layer, one in enumerate(value):
                whole = f"layers.{layer}.{part}"
                if part in MATRICES:
                    matrix(whole, one)
                else:
                    parts[whole] = one.astype(np.float32)
    text = "\n".join(piece.replace("\n", " ") for piece in model["pieces"].tolist())
    parts["pieces"] = np.frombuffer(text.encode(), np.uint8)
    return {name: np.ascontiguousarray(part) for name, part in parts.items()}


def main() -> None:
    """Runs the command line."""
    model = dict(np.load(sys.argv[1]))
    out = Path(sys.argv[2])
    save_file(parts_of(model), out, metadata={"base": "intfloat/multilingual-e5-small (MIT)", "format": "1"})
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
