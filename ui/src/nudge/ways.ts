// What the card shows, worked out of what the engine says.
import type { EvidenceDto } from '../bindings/EvidenceDto';
import type { FindingDto } from '../bindings/FindingDto';
import type { FixDto } from '../bindings/FixDto';
import type { NudgeDto } from '../bindings/NudgeDto';

/** A way out and the rule it answers. */
export type WayOut = { rule: string; fix: FixDto };

/** The one button: the first way out of the gravest finding that has one. */
export function wayOut(card: NudgeDto): WayOut | undefined {
  for (const finding of card.findings) {
    const fix = finding.fixes[0];
    if (fix) return { rule: finding.rule, fix };
  }
  return undefined;
}

/** The other ways out of a finding, for its explanation. */
export function otherWays(card: NudgeDto, finding: FindingDto): FixDto[] {
  const button = wayOut(card);
  return finding.fixes.filter((fix) => !(button && button.rule === finding.rule && button.fix.fix === fix.fix));
}

/** The paragraphs the card rests on, each once. */
export function paragraphIds(card: NudgeDto): string {
  const ids = card.findings.flatMap((finding) => (finding.paragraph ? [finding.paragraph.id] : []));
  return [...new Set(ids)].join(', ');
}

/** Evidence in the same place stands together: nine addresses in CC are one list, not nine. */
export function places(evidence: EvidenceDto[]): { part: string; words: EvidenceDto[] }[] {
  const found: { part: string; words: EvidenceDto[] }[] = [];
  for (const words of evidence) {
    const last = found.at(-1);
    if (last && last.part === words.part) last.words.push(words);
    else found.push({ part: words.part, words: [words] });
  }
  return found;
}
