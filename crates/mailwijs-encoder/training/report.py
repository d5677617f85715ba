"""Figures of a run, mail by mail: what share of the mails is found at a given rate of false alarms.

    python report.py scores.jsonl report.md
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from network import FLAGS

CALIBRATION = Path(__file__).parents[3] / "assets/encoder/calibration.tsv"
#: Per flag: from which score words are told, and in a sentence below which the encoder doubts them.
TOLD, DOUBT = {}, {}
for line in CALIBRATION.read_text("utf-8").splitlines():
    name, *values = line.split("\t")
    if name == "code":
        CODE = float(values[0])
    if name in FLAGS:
        TOLD[FLAGS.index(name)], _even, DOUBT[FLAGS.index(name)] = map(float, values)


def strength(row: dict, flag: int = 0) -> float:
    """The logit of a mail's strongest sentence."""
    return max((line[3 + flag] for line in row["sentences"]), default=-20.0)


def asked(rows: list[dict], flag: int) -> list[dict]:
    """The mails whose label says something about a flag."""
    return [row for row in rows if row["told"][flag]]


def describe(rows: list[dict]) -> str:
    """A line per flag, by writer and for all."""
    lines = []
    for flag, name in enumerate(FLAGS):
        groups = {"all": asked(rows, flag)}
        for row in groups["all"]:
            groups.setdefault(row["writer"], []).append(row)
        lines += [f"{name}, {group}: {figures(mails, flag)}" for group, mails in groups.items()]
    return "\n".join(lines)


def figures(rows: list[dict], flag: int) -> str:
    """Area under the curve, recall at 1, 2 and 5 % false alarms among mails that are not so."""
    score = np.array([strength(row, flag) for row in rows])
    truth = np.array([row["flags"][flag] for row in rows])
    if truth.all() or not truth.any():
        return f"{len(rows)} mails, {truth.sum()} of them; highest quantiles {np.quantile(score, [0.9, 0.95, 0.98, 0.99]).round(2)}"
    order = np.argsort(np.concatenate([score[~truth], score[truth]]), kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    negatives, positives = (~truth).sum(), truth.sum()
    area = (ranks[negatives:].sum() - positives * (positives + 1) / 2) / (positives * negatives)
    parts = []
    for rate in (0.01, 0.02, 0.05):
        limit = np.quantile(score[~truth], 1 - rate)
        by = {
            kind: mean([strength(r, flag) > limit for r in rows if r["flags"][flag] and r["difficulty"] == kind])
            for kind in ("plain", "implicit", "trap")
        }
        shares = " ".join(f"{kind} {share:.2f}" for kind, share in by.items())
        parts.append(f"at {rate:.0%} (> {limit:.2f}): {(score[truth] > limit).mean():.2f} [{shares}]")
    return f"{len(rows)} mails, {positives} of them, AUC {area:.3f}; recall " + "; ".join(parts)


def curve(rows: list[dict], flag: int) -> str:
    """Precision, recall and false alarms of both layers at each log-odds from which a sentence alone is told."""
    rows = asked(rows, flag)
    lines = [
        "| told from | precision | recall | plain | implicit | trap | false alarms per 100 clean: ordinary | traps |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for limit in np.arange(-1.0, 4.01, 0.25):
        told = [told_at(row, limit, flag) for row in rows]
        right = sum(hit and row["flags"][flag] for hit, row in zip(told, rows, strict=True))
        share = right / max(1, sum(told))
        found = {
            kind: mean([h for h, r in zip(told, rows, strict=True) if r["flags"][flag] and kind in (r["difficulty"], "all")])
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


def by_rules(line: list, flag: int) -> float:
    """What the rule layer's strongest finding in a sentence scores."""
    found, others, _code = line
    return others[flag - 1] if flag else max((rule[1] for rule in found), default=0.0)


def told_at(row: dict, limit: float, flag: int) -> bool:
    """Whether some sentence reaches the limit, or holds words that the encoder does not doubt."""
    for text, at, _label, *odds in row["sentences"]:
        lines = row["rules"][0] if at == 0 else row["rules"][text + 1]
        if not lines:
            continue
        line = lines[max(0, at - 1)]
        added = CODE if FLAGS[flag] == "password" and line[2] else 0.0
        if odds[flag] + added >= limit or (by_rules(line, flag) >= TOLD[flag] and odds[flag] >= DOUBT[flag]):
            return True
    return False


def mean(values: list) -> float:
    """The mean, or nothing of nothing."""
    return float(np.mean(values)) if values else float("nan")


def main() -> None:
    """Runs the command line."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    text = f"# Report of the last training\n\nMails of writers the encoder has not seen.\n\n```\n{describe(rows)}\n```\n\n"
    text += "Both layers, by the log-odds from which a sentence without telling words is told. What the product finds: `cargo xtask eval`.\n"
    for flag, name in enumerate(FLAGS):
        text += f"\n## {name}\n\n{curve(rows, flag)}\n"
    Path(sys.argv[2]).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
