// What the engine would send, for the tests.
import type { FindingDto } from '../bindings/FindingDto';
import type { NudgeDto } from '../bindings/NudgeDto';
import type { ReceivedDto } from '../bindings/ReceivedDto';
import type { TodayDto } from '../bindings/TodayDto';

export const parents: FindingDto = {
  rule: 'visible-recipients',
  severity: 'warn',
  title: '12 ouders zien elkaars adres',
  message: 'In BCC ziet ieder alleen zichzelf.',
  paragraph: { id: '3.3', title: 'Schoolaccounts', text: 'Gebruik zoveel mogelijk BCC.' },
  evidence: [{ part: 'CC', before: '', text: 'mama.lotte@example.org', after: ', papa.jef@example.org' }],
  fixes: [{ fix: 'move-to-bcc', label: 'Zet ze in BCC' }],
};

export const health: FindingDto = {
  rule: 'sensitive-pupil-data',
  severity: 'stop',
  title: 'Gezondheid van een leerling',
  message: 'Dit hoort in het leerlingvolgsysteem.',
  paragraph: { id: '3.3', title: 'Schoolaccounts', text: 'Gebruik zoveel mogelijk BCC.' },
  evidence: [{ part: 'in de tekst', before: 'Lotte heeft ', text: 'suikerziekte', after: '.' }],
  fixes: [
    { fix: 'move-to-lvs', label: 'Zet het in het leerlingvolgsysteem' },
    { fix: 'replace-sentence', label: 'Vervang de zin' },
  ],
};

export const card: NudgeDto = {
  draft: 'uitstap',
  subject: 'Uitstap Planckendael',
  severity: 'warn',
  resolved: false,
  kept: null,
  title: '12 ouders zien elkaars adres',
  place: 'Aan en CC',
  findings: [parents],
  waiting: 0,
  lang: 'nl',
};

export const putRight: NudgeDto = { ...card, resolved: true, title: 'Niemand ziet nog een ander adres', findings: [] };

/** The teacher said that the card was not right. */
export const kept: NudgeDto = {
  ...card,
  severity: 'info',
  kept: 'not-right',
  title: "Dankjewel, voortaan zwijg ik in zo'n geval",
  place: '',
  findings: [],
};

export const today: TodayDto = {
  open: [],
  put_right: 4,
  checked: 23,
  watching: true,
  paused_until: null,
  silenced: [],
  quieter_offer: null,
  records: [],
  received: [],
  received_more: 0,
  cases: [],
  breaches: [],
  breach_offer: null,
  history: 'keyring',
  problems: [],
  notice: null,
  has_mail_client: true,
  demo: false,
  lang: 'nl',
};

/** A mail that came in, and that has nothing to do with the tracking system. */
export const received: ReceivedDto = {
  id: 3,
  is_read: true,
  subject: 'Noor',
  from: 'Mama van Noor',
  folder: 'Postvak IN',
  date: '2018-03-12T09:00:00Z',
  title: 'Dit gaat over gezondheid',
  message: 'Zet het in Smartschool.',
  severity: 'stop',
  to_lvs: false,
  days: null,
};
