"""Figures of a run, mail by mail: what share of the sensitive mails is found at a given rate of false alarms."""

from __future__ import annotations

import numpy as np


def strength(row: dict) -> float:
    """The logit of a mail's strongest sentence."""
    return max((line[3] for line in row["sentences"]), default=-20.0)


def describe(rows: list[dict]) -> str:
    """A table by writer, and for all."""
    lines = []
    groups = {"all": rows}
    for row in rows:
        groups.setdefault(row["writer"], []).append(row)
    for name, group in groups.items():
        lines.append(f"{name}: {figures(group)}")
    return "\n".join(lines)


def figures(rows: list[dict]) -> str:
    """Area under the curve, recall at 1, 2 and 5 % false alarms among mails that are not sensitive."""
    score = np.array([strength(row) for row in rows])
    truth = np.array([row["sensitive"] for row in rows])
    if truth.all() or not truth.any():
        return f"{len(rows)} mails, {truth.sum()} sensitive; highest quantiles {np.quantile(score, [0.9, 0.95, 0.98, 0.99]).round(2)}"
    order = np.argsort(np.concatenate([score[~truth], score[truth]]), kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    negatives, positives = (~truth).sum(), truth.sum()
    area = (ranks[negatives:].sum() - positives * (positives + 1) / 2) / (positives * negatives)
    parts = []
    for rate in (0.01, 0.02, 0.05):
        limit = np.quantile(score[~truth], 1 - rate)
        by = {
            kind: np.mean([strength(r) > limit for r in rows if r["sensitive"] and r["difficulty"] == kind] or [np.nan])
            for kind in ("plain", "implicit", "trap")
        }
        shares = " ".join(f"{kind} {share:.2f}" for kind, share in by.items())
        parts.append(f"at {rate:.0%} (> {limit:.2f}): {(score[truth] > limit).mean():.2f} [{shares}]")
    return f"{len(rows)} mails, {positives} sensitive, AUC {area:.3f}; recall " + "; ".join(parts)
