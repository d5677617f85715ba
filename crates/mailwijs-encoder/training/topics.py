"""The head for the categories, fitted on the trained encoder: a logistic regression on each sensitive sentence.

While the encoder learns what is sensitive it learns the categories too, but slowly; on what it has learnt a straight fit is
better.
"""

from __future__ import annotations

import jax
import numpy as np
from sklearn.linear_model import LogisticRegression

from examples import UNKNOWN, Cutter, Mail, batches
from network import HEADS, features

#: Inverse strength of the regularisation.
C = 0.3


def with_topics(params: dict, learnt: list[Mail], cutter: Cutter, heads: int, frozen: int) -> dict:
    """The same parameters with a head for the categories."""
    positive = [mail for mail in learnt if mail.sensitive]
    windows = [window for index, mail in enumerate(positive) for window in cutter.windows(mail, index)]
    rows, labels = [], []
    key = jax.random.PRNGKey(0)
    for part, ids, owner in batches(windows, 2048, None):
        seen = np.asarray(features(params, ids, owner, heads, frozen, key))
        for row, window in enumerate(part):
            for at, label in enumerate(window.labels):
                lone = label == UNKNOWN and len(window.labels) == 2
                if at in window.owner and (label == 1 or lone):
                    rows.append(seen[row, at])
                    labels.append(window.categories)
    rows, labels = np.array(rows), np.array(labels)
    spread = rows.std(0) + 1e-6
    fits = [LogisticRegression(C=C, max_iter=2000).fit(rows / spread, labels[:, at]) for at in range(len(HEADS) - 1)]
    head = {
        **params["head"],
        "w3": np.stack([fit.coef_[0] / spread for fit in fits], 1).astype(np.float32),
        "b3": np.array([fit.intercept_[0] for fit in fits], np.float32),
    }
    return {**params, "head": head}
