"""Writes what the trained model says of a few invented texts, for the product's own test.

    python reference.py MODEL.npz OUT.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import tensorflow as tf

from examples import Cutter, Mail, batches
from network import logits, restored
from pieces import Vocabulary

TEXTS = [
    ("Vrijdag", ["Dag Els,", "Sinds papa het huis uit is, slaapt Lotte slecht.", "Neem jij de turnzak mee?"]),
    ("", ["De bus naar het zwembad vertrekt om 9 uur aan de poort."]),
    ("Noor - epipen", []),
    ("Réunion", ["Bonjour Anne,", "Son père est en prison depuis mars.", "À demain !"]),
    ("ICT", ["Log voortaan in met klas3b en Regenboog!27.", "De sleutel hangt in het bureau."]),
    ("Overleg", ["Met zulke luie profiteurs valt toch niet te praten.", "Tot morgen in de leraarskamer."]),
    ("Trip", ["Please bring a packed lunch and a raincoat.", "Tom's mum says he still wets the bed, so pack spare sheets."]),
]


def main() -> None:
    """Runs the command line."""
    model = dict(np.load(sys.argv[1]))
    params = restored(model)
    pieces = model["pieces"].tolist()
    vocabulary = Vocabulary(pieces, model["scores"].tolist(), 3)
    vocabulary.index = {piece: at for at, piece in enumerate(pieces) if at > 3}
    cutter = Cutter(vocabulary)
    rows = []
    for index, (subject, sentences) in enumerate(TEXTS):
        texts = [[(s, (0, 0, 0)) for s in sentences]] if sentences else []
        mail = Mail("", "", "", "", True, (False,) * 3, (True,) * 3, [], subject, texts)
        part, ids, owner = batches(cutter.windows(mail, index), 160, None)[0]
        out = logits(params, tf.constant(ids), tf.constant(owner), 12).numpy()[0]
        rows.append(
            {
                "subject": subject,
                "sentences": sentences,
                "pieces": part[0].ids,
                "logits": [[round(float(x), 3) for x in out[at]] for at in range(len(sentences) + 1)],
            }
        )
    Path(sys.argv[2]).write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
