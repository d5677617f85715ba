"""Keeps the part of the vocabulary that Dutch, French and English school mail needs."""

from __future__ import annotations

import unicodedata
from collections import Counter

import numpy as np
from wordfreq import top_n_list, word_frequency

from base_model import BaseModel
from pieces import META, Vocabulary

SPECIAL = ("bos", "pad", "eos", "unk")
#: Words of each language whose pieces are counted, and the weight of the language.
LANGUAGES = {"nl": (120_000, 1.0), "fr": (40_000, 0.3), "en": (40_000, 0.3)}


def kept_pieces(base: BaseModel, texts: list[str], size: int) -> list[int]:
    """Indices of the pieces to keep: the special ones first, then every Latin character, then by how much they are used."""
    whole = Vocabulary(base.pieces, base.scores.tolist(), base.special["unk"])
    for name in SPECIAL:
        whole.index.pop(base.pieces[base.special[name]], None)
    use: Counter[int] = Counter()
    for language, (count, weight) in LANGUAGES.items():
        for word in top_n_list(language, count):
            share = weight * word_frequency(word, language) * 1e6
            for form, part in ((word, 0.7), (word.capitalize(), 0.3)):
                for piece in whole.encode(form):
                    use[piece] += share * part
    for text in texts:
        for piece in whole.encode(text):
            use[piece] += 5.0
    special = [base.special[name] for name in SPECIAL]
    kept = dict.fromkeys(special)
    for index, piece in enumerate(base.pieces):
        if len(piece.removeprefix(META)) <= 1 and _is_western(piece):
            kept.setdefault(index)
    for index, _ in use.most_common():
        if len(kept) >= size:
            break
        kept.setdefault(index)
    return list(kept)


def _is_western(piece: str) -> bool:
    return all(c == META or ord(c) < 0x250 or 0x2010 <= ord(c) < 0x2100 or c == "\u20ac" for c in piece) and not any(
        unicodedata.category(c) == "Cc" for c in piece
    )


def pruned(base: BaseModel, kept: list[int]) -> tuple[Vocabulary, np.ndarray]:
    """The small vocabulary and its rows of the embedding table. The special pieces are 0 to 3."""
    pieces = [base.pieces[index] for index in kept]
    scores = base.scores[kept].tolist()
    small = Vocabulary(pieces, scores, 3)
    small.index = {piece: at for at, piece in enumerate(pieces) if at > 3}
    return small, base.tensors["emb.word"][kept]
