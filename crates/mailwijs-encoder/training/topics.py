"""The head for the categories, fitted on the trained encoder: a logistic regression on each sensitive sentence.

While the encoder learns what is sensitive it learns the categories too, but slowly; on what it has learnt a straight fit is
better. A mail's label says what it is about, not which sentence tells it: a first fit on mails of one category says which of
the others' sentences tell which.
"""

from __future__ import annotations

import numpy as np
import tensorflow as tf
from sklearn.linear_model import LogisticRegression

from examples import UNKNOWN, Cutter, Mail, batches
from network import TOPICS, features

#: Inverse strength of the regularisation.
C = 0.01
#: Log-odds from which the first fit takes a sentence to tell a category of its mail beside the likeliest one.
ALSO = -1.0


def with_topics(params: dict, learnt: list[Mail], cutter: Cutter, heads: int) -> dict:
    """The same parameters with a head for the categories."""
    positive = [mail for mail in learnt if mail.sensitive]
    rows, labels, mails = _sentences(params, positive, cutter, heads)
    lone = labels.sum(1) == 1
    weights, biases = _fit(rows[lone], labels[lone])
    labels = _told(rows @ weights + biases, labels, mails)
    weights, biases = _fit(rows, labels)
    head = {**params["head"], "w3": weights.astype(np.float32), "b3": biases.astype(np.float32)}
    return {**params, "head": head}


def _sentences(params: dict, positive: list[Mail], cutter: Cutter, heads: int):
    """What the heads see of each sensitive sentence, the categories of its mail, and which mail that is."""
    windows = [window for index, mail in enumerate(positive) for window in cutter.windows(mail, index)]
    rows, labels, mails = [], [], []
    read_only = tf.function(lambda ids, owner: features(params, ids, owner, heads))
    for part, ids, owner in batches(windows, 2048, None):
        seen = read_only(tf.constant(ids), tf.constant(owner)).numpy()
        for row, window in enumerate(part):
            for at, label in enumerate(window.labels):
                lone = label[0] == UNKNOWN and len(window.labels) == 2
                if at in window.owner and (label[0] == 1 or lone):
                    rows.append(seen[row, at])
                    labels.append(window.categories)
                    mails.append(window.mail)
    return np.array(rows), np.array(labels), np.array(mails)


def _told(odds: np.ndarray, labels: np.ndarray, mails: np.ndarray) -> np.ndarray:
    """The categories that each sentence tells, of those of its mail; each of these is told by some sentence."""
    told = labels.copy()
    for mail in set(mails[labels.sum(1) > 1].tolist()):
        own = np.flatnonzero(mails == mail)
        for at in np.flatnonzero(labels[own[0]]):
            of_mail = np.flatnonzero(labels[own[0]])
            best = odds[np.ix_(own, of_mail)].max(1)
            told[own, at] = odds[own, at] >= np.minimum(best, ALSO)
            told[own[odds[own, at].argmax()], at] = 1
    return told


def _fit(rows: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    spread = rows.std(0) + 1e-6
    fits = [LogisticRegression(C=C, max_iter=3000).fit(rows / spread, labels[:, at]) for at in range(len(TOPICS))]
    return np.stack([fit.coef_[0] / spread for fit in fits], 1), np.array([fit.intercept_[0] for fit in fits])
