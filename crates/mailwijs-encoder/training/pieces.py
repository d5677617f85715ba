"""Cuts text into pieces of a SentencePiece unigram vocabulary (Kudo 2018), as the Rust side does.

Normalisation is NFKC; soft hyphens and zero-width characters go; every run of white space is one space; each space becomes
U+2581, and one stands in front.
"""

from __future__ import annotations

import unicodedata

META = "\u2581"
REMOVED = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"}


def normalise(text: str) -> str:
    """The text as the vocabulary knows it."""
    kept = "".join(c for c in text if c not in REMOVED)
    words = unicodedata.normalize("NFKC", kept).split()
    return META + META.join(words) if words else ""


class Vocabulary:
    """Pieces with their log probabilities."""

    def __init__(self, pieces: list[str], scores: list[float], unknown: int):
        self.pieces = pieces
        self.index = {piece: at for at, piece in enumerate(pieces)}
        self.scores = scores
        self.unknown = unknown
        self.longest = max(len(piece) for piece in pieces)
        self.penalty = min(scores) - 10.0

    def encode(self, text: str) -> list[int]:
        """The most probable pieces of a text (Viterbi)."""
        line = normalise(text)
        size = len(line)
        best = [-1e30] * (size + 1)
        best[0] = 0.0
        back: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for start in range(size):
            base = best[start]
            for end in range(start + 1, min(size, start + self.longest) + 1):
                piece = self.index.get(line[start:end])
                if piece is None:
                    continue
                score = base + self.scores[piece]
                if score > best[end]:
                    best[end], back[end] = score, (start, piece)
            if base + self.penalty > best[start + 1]:
                best[start + 1], back[start + 1] = base + self.penalty, (start, self.unknown)
        found = []
        at = size
        while at > 0:
            at, piece = back[at]
            found.append(piece)
        return found[::-1]
