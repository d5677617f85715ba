// A case on its way through the seven steps, as the engine would tell it.
import type { CaseDto } from '../bindings/CaseDto';
import type { CopyDto } from '../bindings/CopyDto';
import { health } from './samples';

const order = ['what', 'into-lvs', 'filed', 'delete', 'trash', 'gone', 'done'];

/** The steps when this one is to be done: what is before it is done, what is behind it waits. */
const steps = (now: string) => {
  const at = order.indexOf(now);
  return order.map((step, index) => ({ step, state: index < at ? 'done' : index === at ? 'now' : 'locked' }));
};

const copy: CopyDto = {
  id: 'c1',
  folder: 'Postvak IN',
  store: 'an@sintjan.example',
  date: '2026-11-20T08:12:00+01:00',
  subject: 'Noor is opgenomen',
  kin: 'same',
  state: 'live',
  stays: false,
  shows: true,
};
export const inbox = copy;
export const archived: CopyDto = { ...copy, id: 'c2', folder: 'Archief 2026' };
export const answer: CopyDto = {
  ...copy,
  id: 'c3',
  folder: 'Verzonden',
  date: '2026-11-20T10:40:00+01:00',
  subject: 'Re: Noor is opgenomen',
  kin: 'conversation',
};

const line = {
  id: 7,
  subject: 'Noor is opgenomen',
  gone: false,
  from: 'Mama van Noor',
  categories: ['gezondheid', 'thuissituatie'],
  step: 'what',
  opened: '2026-11-23T08:30:00+01:00',
  closed: null,
  reopened: false,
};

/** A mother writes that Noor is in hospital; nothing was done about it yet. */
export const arrived: CaseDto = {
  line,
  date: copy.date,
  finding: health,
  text: [
    { text: 'Dag juf An,\n\nNoor is gisteren opgenomen. Ze heeft ', marked: false },
    { text: 'suikerziekte', marked: true },
    { text: ' en moet een week in het ziekenhuis blijven. Thuis is het ook moeilijk: ', marked: false },
    { text: 'haar papa en ik gaan uit elkaar', marked: true },
    { text: '.\n\nKunnen we eens bellen over de toetsen?\n\nVriendelijke groeten\nKatrien', marked: false },
  ],
  steps: steps('what'),
  route: null,
  system: 'Smartschool',
  opens_system: true,
  has_share: false,
  colleagues: [
    { name: 'Els Maes', email: 'els.maes@sintjan.example' },
    { name: 'Tom Claes', email: 'tom.claes@sintjan.example' },
  ],
  note: {
    title: 'Bericht van ouder',
    date: '20 november 2026',
    category: 'gezondheid',
    text: 'Op 20 november 2026 liet een ouder per mail iets weten over: gezondheid. Afspraak:',
  },
  export: null,
  copies: [inbox, archived, answer],
  unread: [],
  looked: '2026-11-23T10:14:00+01:00',
  deleted: 0,
  filed: null,
};

const at = (it: CaseDto, step: string): CaseDto => ({ ...it, line: { ...it.line, step }, steps: steps(step) });

/** The teacher files it, and has not opened the system yet. */
export const byMyself = at({ ...arrived, route: 'myself' }, 'into-lvs');

/** The system was opened; the files lie ready. */
export const opened = at(
  {
    ...byMyself,
    export: {
      folder: '/run/user/1000/mailwijs/7',
      files: ['Noor is opgenomen.pdf', 'Noor is opgenomen.eml', 'attest.pdf'],
      until: '2026-11-23T11:20:00+01:00',
    },
  },
  'filed',
);

export const filed = at({ ...byMyself, filed: { at: '2026-11-23T10:12:00+01:00', place: 'system' } }, 'delete');

/** Both copies lie in the trash; the answer in Sent may stay. */
export const inTrash = at(
  {
    ...filed,
    copies: [
      { ...inbox, folder: 'Prullenbak', state: 'trash' },
      { ...archived, folder: 'Prullenbak', state: 'trash' },
      { ...answer, stays: true },
    ],
  },
  'trash',
);

/** The trash is empty, but the bytes still stand in two files. */
export const inBytes = at(
  {
    ...inTrash,
    copies: [
      { ...inbox, state: 'bytes', subject: '', shows: false },
      { ...archived, state: 'bytes', subject: '', shows: false },
      { ...answer, stays: true },
    ],
    unread: [{ text: 'Lokale mappen/Oud archief: kan niet gelezen worden.', place: null, no_copy: false }],
    deleted: 2,
  },
  'gone',
);

const goneCopies: CopyDto[] = [inbox, archived].map((one) => ({ ...one, state: 'gone', subject: '', shows: false }));

/** All is done. */
export const done: CaseDto = {
  ...inBytes,
  line: { ...line, subject: '', gone: true, from: '', step: 'done', closed: '2026-11-23T10:32:00+01:00' },
  date: null,
  finding: null,
  text: [],
  steps: order.map((step) => ({ step, state: 'done' })),
  copies: goneCopies,
  unread: [],
};

/** A copy was put back from a backup. */
export const cameBack: CaseDto = {
  ...filed,
  line: { ...filed.line, reopened: true },
  copies: [inbox, { ...archived, state: 'gone', subject: '', shows: false }],
  deleted: 1,
};
