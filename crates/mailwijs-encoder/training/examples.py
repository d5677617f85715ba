"""Labelled mails become windows of pieces, as the product cuts them: `<s> subject </s> sentence sentence ... </s>`."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from network import FLAGS, SENTENCES, TOPICS
from pieces import Vocabulary

BOS, PAD, EOS = 0, 1, 2
#: The most pieces of a window, of a subject and of a sentence. The product uses the same numbers.
WINDOW, SUBJECT, SENTENCE = 160, 24, 64
UNKNOWN = -1
#: The rules of FLAGS.
RULES = ("sensitive-pupil-data", "password", "improper-content")


@dataclass
class Mail:
    """A mail to learn from or to be tried on."""

    id: str
    writer: str
    lang: str
    difficulty: str
    clean: bool
    #: Whether it is so, in the order of FLAGS.
    flags: tuple[bool, ...]
    #: Whether that says anything: a mail that was received is never called improper.
    told: tuple[bool, ...]
    categories: list[str]
    subject: str
    #: Per text (body, each attachment): sentence, and per flag 1, 0 or UNKNOWN.
    texts: list[list[tuple[str, tuple[int, ...]]]]
    #: What the rule layer found of sensitive data and of the other flags, and whether a word looks like a code, per text and sentence.
    rules: list[list[tuple]] = field(default_factory=list)
    subject_label: tuple[int, ...] = (0,) * len(FLAGS)

    @property
    def sensitive(self) -> bool:
        """Whether it shares sensitive data."""
        return self.flags[0]


def read(path: Path, writer: str) -> list[Mail]:
    """Reads what `mailwijs-passages` printed."""
    mails = []
    for line in path.read_text("utf-8").splitlines():
        raw = json.loads(line)
        flags = tuple(rule in raw["expect"] for rule in RULES)
        shown = any(s["evidence"] for text in raw["texts"] for s in text)
        # With two rules broken, nobody says which words show which.
        mixed = sum(flags) + ("identifier" in raw["expect"]) > 1

        def label(sentence):
            if not shown or (mixed and sentence["evidence"]):
                return tuple(UNKNOWN if flag else 0 for flag in flags)
            return tuple(int(flag and sentence["evidence"]) for flag in flags)

        bodies = [t for t in raw["texts"] if t[0]["part"] != "subject"]
        in_subject = [s for t in raw["texts"] if t[0]["part"] == "subject" for s in t]
        labels = [label(s) for s in in_subject]
        mails.append(
            Mail(
                raw["id"], writer, raw["lang"], raw["difficulty"], raw["clean"], flags,
                tuple(flag != "improper" or raw["direction"] == "draft" for flag in FLAGS), raw["categories"],
                raw["subject"], [[(s["text"], label(s)) for s in t] for t in bodies],
                [[(s["rules"], s["others"], s["code"]) for s in t] for t in [in_subject, *bodies]],
                tuple(max(each) for each in zip(*labels, strict=True)) if labels else (0,) * len(FLAGS),
            )
        )  # fmt: skip
    return mails


@dataclass
class Window:
    """A stretch of a mail's text that the encoder reads at once."""

    mail: int
    ids: list[int]
    owner: list[int]
    labels: list[tuple[int, ...]]
    told: tuple[bool, ...]
    categories: np.ndarray | None
    #: Index of its text and of its first sentence in it.
    place: tuple[int, int] = (0, 0)


class Cutter:
    """Cuts mails into windows; remembers the pieces of each sentence."""

    def __init__(self, vocabulary: Vocabulary):
        self.vocabulary = vocabulary
        self.known: dict[str, list[int]] = {}

    def pieces(self, text: str) -> list[int]:
        """The pieces of a sentence."""
        if text not in self.known:
            self.known[text] = self.vocabulary.encode(text)
        return self.known[text]

    def windows(self, mail: Mail, index: int) -> list[Window]:
        """The windows of a mail. Each further window starts with the last sentence of the one before."""
        subject = self.pieces(mail.subject)[:SUBJECT]
        categories = np.array([float(c in mail.categories) for c in TOPICS], np.float32)
        found = []
        for at, text in enumerate(mail.texts or [[]]):
            start = 0
            while True:
                ids, owner, labels = [BOS, *subject, EOS], [-1, *[0] * len(subject), -1], [mail.subject_label]
                end = start
                while end < len(text):
                    more = self.pieces(text[end][0])[:SENTENCE]
                    if len(labels) > 1 and (len(ids) + len(more) + 1 > WINDOW or len(labels) >= SENTENCES):
                        break
                    owner += [len(labels)] * len(more)
                    ids += more
                    labels.append(text[end][1])
                    end += 1
                ids.append(EOS)
                owner.append(-1)
                found.append(
                    Window(index, ids, owner, labels, mail.told, categories if mail.sensitive else None, (at, start))
                )
                if end >= len(text):
                    break
                start = end - 1 if end - start > 1 else end
        return found


def batches(windows: list[Window], tokens: int, generator: random.Random | None):
    """Batches of windows of like length: (windows, ids, owner)."""
    steps = (24, 40, 56, 80, 112, WINDOW + 8)
    groups: dict[int, list[Window]] = {step: [] for step in steps}
    for window in windows:
        groups[next(step for step in steps if len(window.ids) <= step)].append(window)
    made = []
    for step, group in groups.items():
        size = max(4, tokens // step)
        if generator:
            generator.shuffle(group)
        for at in range(0, len(group), size):
            part = group[at : at + size]
            ids = np.full((size, step), PAD, np.int32)
            owner = np.full((size, step), -1, np.int32)
            for row, window in enumerate(part):
                ids[row, : len(window.ids)] = window.ids
                owner[row, : len(window.owner)] = window.owner
            made.append((part, ids, owner))
    if generator:
        generator.shuffle(made)
    return made


def targets(part: list[Window], size: int):
    """Arrays for the loss: labels and weights per sentence and flag, the same per window, categories and their weights."""
    flags = len(FLAGS)
    labels = np.zeros((size, SENTENCES, flags), np.float32)
    weights = np.zeros((size, SENTENCES, flags), np.float32)
    present = np.zeros((size, SENTENCES), np.float32)
    whole = np.zeros((size, flags), np.float32)
    trusted = np.zeros((size, flags), np.float32)
    categories = np.zeros((size, len(TOPICS)), np.float32)
    named = np.zeros(size, np.float32)
    for row, window in enumerate(part):
        first = 0 if 0 in window.owner else 1
        present[row, first : len(window.labels)] = 1
        for flag in range(flags):
            if not window.told[flag]:
                continue
            said = [label[flag] for label in window.labels]
            positive = UNKNOWN in said or 1 in said
            whole[row, flag], trusted[row, flag] = float(positive), 1.0
            for at, label in enumerate(said):
                if present[row, at] and label != UNKNOWN:
                    labels[row, at, flag] = label
                    weights[row, at, flag] = 1.0 if label or not positive else 0.4
        if whole[row, 0] and window.categories is not None:
            categories[row], named[row] = window.categories, 1.0
    return labels, weights, present, whole, trusted, categories, named


def with_company(mail: Mail, hosts: list[Mail], generator: random.Random) -> Mail:
    """The sentences of a short example among those of a harmless mail, as they would stand in life."""
    host = generator.choice(hosts)
    lines = list(host.texts[0])
    at = generator.randint(min(1, len(lines)), len(lines))
    lone = len(mail.texts[0]) == 1
    added = [(text, tuple(map(int, mail.flags)) if lone else label) for text, label in mail.texts[0]]
    return Mail(
        mail.id, mail.writer, mail.lang, mail.difficulty, False, mail.flags, mail.told, mail.categories, host.subject,
        [lines[:at] + added + lines[at:]],
    )  # fmt: skip
