"""Figures of a run, mail by mail: what share of the sensitive mails is found at a given rate of false alarms.

    python report.py scores.jsonl report.md
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

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


def curve(rows: list[dict]) -> str:
    """Precision, recall and false alarms of both layers at each log-odds from which a sentence alone is told."""
    lines = [
        "| told from | precision | recall | plain | implicit | trap | false alarms per 100 clean: ordinary | traps |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for limit in np.arange(0.0, 4.01, 0.2):
        told = [told_at(row, limit) for row in rows]
        right = sum(hit and row["sensitive"] for hit, row in zip(told, rows, strict=True))
        share = right / max(1, sum(told))
        found = {
            kind: mean([h for h, r in zip(told, rows, strict=True) if r["sensitive"] and kind in (r["difficulty"], "all")])
            for kind in ("all", "plain", "implicit", "trap")
        }
        alarms = {
            kind: 100 * mean([h for h, r in zip(told, rows, strict=True) if r["clean"] and r["difficulty"] == kind])
            for kind in ("plain", "trap")
        }
        lines.append(
            f"| {limit:.2f} | {share:.3f} | {found['all']:.3f} | {found['plain']:.2f} | {found['implicit']:.2f} "
            f"| {found['trap']:.2f} | {alarms['plain']:.1f} | {alarms['trap']:.1f} |"
        )
    return "\n".join(lines)


#: What a full finding of the rule layer adds, below which the encoder doubts words alone, and from which score words are told
#: (calibration.tsv).
WORDS, DOUBT, TOLD = 1.5, -2.0, 0.6


def told_at(row: dict, limit: float) -> bool:
    """Whether words that the encoder does not doubt, or a sentence with what the rules saw in it, reach the limit."""
    rules = [[max((rule[1] for rule in line[0]), default=0.0) for line in text] for text in row["rules"]]
    by_words = max((score for text in rules for score in text), default=0.0) >= TOLD
    if by_words and strength(row) >= DOUBT:
        return True
    for text, at, _label, odds, *_topics in row["sentences"]:
        lines = rules[0] if at == 0 else rules[text + 1]
        words = lines[max(0, at - 1)] if lines else 0.0
        if odds + WORDS * min(words, TOLD) >= limit:
            return True
    return False


def mean(values: list) -> float:
    """The mean, or nothing of nothing."""
    return float(np.mean(values)) if values else float("nan")


def main() -> None:
    """Runs the command line."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    text = f"# Report of the last training\n\nMails of writers the encoder has not seen.\n\n```\n{describe(rows)}\n```\n\n"
    text += f"Both layers, by the log-odds from which a sentence without telling words is told:\n\n{curve(rows)}\n"
    Path(sys.argv[2]).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
