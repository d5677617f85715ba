// The checklist as it is shown: the engine's seven steps, eased where the teacher is a little ahead of it.
import type { CaseDto } from '../../bindings/CaseDto';
import type { CopyDto } from '../../bindings/CopyDto';

export type State = 'done' | 'now' | 'locked';
export type Shown = { step: string; number: number; state: State };

/** The teacher looked and found nothing sensitive: there is no checklist any more. */
export const endedEarly = (it: CaseDto) => it.line.closed !== null && it.filed === null;

/**
 * The steps to show. `agreed`: the teacher said that the mail is sensitive, but not yet who files it. And whoever knows
 * who files it may say at any time that it is in: it may have been filed without Mailwijs.
 */
export function shown(it: CaseDto, agreed: boolean): Shown[] {
  const chooses = agreed && it.route === null && it.filed === null;
  const eased: Record<string, State> = {
    ...(chooses && { what: 'done', 'into-lvs': 'now' }),
    ...(it.route !== null && it.filed === null && { filed: 'now' }),
  };
  return it.steps.map(({ step, state }, index) => ({
    step,
    number: index + 1,
    state: eased[step] ?? (state as State),
  }));
}

/** What there is to tell when the steps change: those that ticked, and those that stand open again. */
export function changes(before: Shown[], after: Shown[]): { ticked: Shown[]; reopened: Shown[] } {
  const wasDone = new Set(before.filter(({ state }) => state === 'done').map(({ step }) => step));
  return {
    ticked: after.filter(({ step, state }) => state === 'done' && !wasDone.has(step)),
    reopened: after.filter(({ step, state }) => state === 'now' && wasDone.has(step)),
  };
}

/** Copies that have to go. */
const toGo = (it: CaseDto) => it.copies.filter(({ kin, stays }) => kin === 'same' || !stays);

export const inState = (it: CaseDto, state: string) => toGo(it).filter((copy) => copy.state === state);

/** Folders with their copies, in the order in which they came. */
export function byFolder(copies: CopyDto[]): { folder: string; store: string; count: number }[] {
  const found = new Map<string, { folder: string; store: string; count: number }>();
  for (const { folder, store } of copies) {
    const key = JSON.stringify([store, folder]);
    found.set(key, { folder, store, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}
