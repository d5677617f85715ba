"""How long Presidio takes on a text: python3 presidio.py FILE, prints {"seconds": [one for each run]}.

Identifiers only, as it ships (IBAN) and with patterns for the Belgian national number, the Dutch BSN and passwords. A blank
spaCy tokenizer, since no Dutch model is published as a package. Needs: pip install presidio-analyzer
"""

import json
import logging
import sys
import time

import spacy
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import CreditCardRecognizer, IbanRecognizer

LANGUAGE = "nl"
SECONDS = 20

PATTERNS = {
    "NATIONAL_NUMBER": r"\b\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{3}[ .-]?\d{2}\b",
    "BSN": r"\b\d{3}[ .]?\d{3}[ .]?\d{3}\b",
    "PASSWORD": r"(?i)\b(?:wachtwoord|paswoord|password|mot de passe|pincode)\b[^\n]{0,20}?[:=]?\s\S*\d\S*",
}


class Blank(SpacyNlpEngine):
    """Cuts the text into words and does nothing else."""

    def __init__(self):
        super().__init__(models=[{"lang_code": LANGUAGE, "model_name": "blank"}])
        pipeline = spacy.blank(LANGUAGE)
        pipeline.max_length = 10_000_000
        self.nlp = {LANGUAGE: pipeline}

    def load(self):
        pass

    def is_loaded(self):
        return True


def analyzer():
    registry = RecognizerRegistry(supported_languages=[LANGUAGE])
    for recognizer in (IbanRecognizer, CreditCardRecognizer):
        registry.add_recognizer(recognizer(supported_language=LANGUAGE))
    for entity, regex in PATTERNS.items():
        pattern = Pattern(entity.lower(), regex, 0.5)
        registry.add_recognizer(
            PatternRecognizer(supported_entity=entity, supported_language=LANGUAGE, patterns=[pattern])
        )
    return AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=[LANGUAGE])


def main():
    logging.disable(logging.WARNING)
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    engine = analyzer()
    engine.analyze("Dag Koen", language=LANGUAGE)
    seconds, start = [], time.perf_counter()
    while not seconds or (time.perf_counter() - start < SECONDS and len(seconds) < 200):
        begin = time.perf_counter()
        engine.analyze(text, language=LANGUAGE)
        seconds.append(time.perf_counter() - begin)
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()
