// The seam to the shell: one function per command, one per event.
import { invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';
import type { BreachDto } from '../bindings/BreachDto';
import type { BreachesDto } from '../bindings/BreachesDto';
import type { CaseDto } from '../bindings/CaseDto';
import type { CasesDto } from '../bindings/CasesDto';
import type { ErrorDto } from '../bindings/ErrorDto';
import type { MailboxWayDto } from '../bindings/MailboxWayDto';
import type { MyMailDto } from '../bindings/MyMailDto';
import type { NudgeDto } from '../bindings/NudgeDto';
import type { OutcomeDto } from '../bindings/OutcomeDto';
import type { ReceivedDto } from '../bindings/ReceivedDto';
import type { TextCheckDto } from '../bindings/TextCheckDto';
import type { TodayDto } from '../bindings/TodayDto';
import type { ToneDto } from '../bindings/ToneDto';
import type { UserAction } from '../bindings/UserAction';

export const act = (action: UserAction) => invoke<OutcomeDto>('act', { action });
export const today = () => invoke<TodayDto>('today');
export const myMail = () => invoke<MyMailDto>('my_mail');
export const checkText = (text: string, channel: string) => invoke<TextCheckDto>('check_text', { text, channel });
export const findMailbox = (email: string) => invoke<MailboxWayDto>('find_mailbox', { email });
export const choosePolicy = () => invoke<OutcomeDto | null>('choose_policy');
export const found = () => invoke<ReceivedDto[]>('found');
export const cases = () => invoke<CasesDto>('cases');
export const oneCase = (id: number) => invoke<CaseDto | null>('case', { id });
export const breaches = () => invoke<BreachesDto>('breaches');
export const oneBreach = (id: number) => invoke<BreachDto | null>('breach', { id });
export const checkNote = (text: string) => invoke<ToneDto[]>('check_note', { text });
/** Null when the teacher closed the dialog; so too for the others. */
export const saveReceipt = (id: number) => invoke<OutcomeDto | null>('save_receipt', { id });
/** Of the school year that begins in this calendar year, or of all. */
export const saveCleanUp = (year: number | null) => invoke<OutcomeDto | null>('save_clean_up', { year });
export const saveReport = (id: number) => invoke<OutcomeDto | null>('save_report', { id });

export const nudgeCurrent = () => invoke<NudgeDto | null>('nudge_current');
export const nudgeResize = (height: number) => invoke<void>('nudge_resize', { height });
export const nudgeFocus = () => invoke<void>('nudge_focus');

export const onNudge = (hear: (card: NudgeDto) => void): Promise<UnlistenFn> =>
  listen<NudgeDto>('nudge', (event) => hear(event.payload));
export const onNudgeLeave = (hear: () => void): Promise<UnlistenFn> => listen('nudge-leave', hear);
export const onPage = (hear: (page: string) => void): Promise<UnlistenFn> =>
  listen<string>('page', (event) => hear(event.payload));
export const onChanged = (hear: () => void): Promise<UnlistenFn> => listen('changed', hear);

/** What to tell the teacher when a call failed: the engine's own words when it has them. */
export function refusal(error: unknown): string {
  const message = (error as Partial<ErrorDto> | null)?.message;
  return typeof message === 'string' && message !== '' ? message : String(error);
}
