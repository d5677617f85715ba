// Something was sent wrong, as the engine would tell it.
import type { BreachDto } from '../bindings/BreachDto';
import type { BreachLineDto } from '../bindings/BreachLineDto';
import type { SentDto } from '../bindings/SentDto';

export const sent: SentDto = {
  id: 's1',
  subject: 'Verslag oudercontact',
  to: 'jan.peeters@example.org',
  others: 2,
  date: '2026-11-23T08:05:00+01:00',
  open_finding: true,
};

/** What went wrong was not said yet. */
export const justNoticed: BreachLineDto = {
  id: 4,
  kind: null,
  noticed: '2026-11-23T08:30:00+01:00',
  deadline: '2026-11-26T08:30:00+01:00',
  hours_left: 58,
  reported: null,
  closed: null,
};

/** It went to somebody else's parents; the teacher is filling in what is known. */
export const wrongPerson: BreachDto = {
  line: { ...justNoticed, kind: 'wrong-person' },
  mail: sent,
  aid: [
    {
      id: 'ask-to-delete',
      title: 'Vraag wie de mail kreeg om ze te wissen.',
      text: 'Dag,\n\nDaarnet stuurde ik je een mail die niet voor jou bedoeld was. Wil je ze wissen zonder ze te lezen, en me dat laten weten?\n\nDank je wel',
      done: true,
    },
    { id: 'keep-mail', title: 'Laat de mail in Verzonden staan tot je school ze gezien heeft.', text: '', done: false },
    { id: 'send-again', title: 'Stuur de mail opnieuw, nu naar de juiste persoon.', text: '', done: false },
  ],
  answers: {
    what: 'Een verslag ging naar de ouders van een andere leerling.',
    happened: '2026-11-23T08:05:00+01:00',
    categories: ['care'],
    people: 1,
    recipients: 3,
    system: 'mail',
    encrypted: '',
    measures: ['asked-to-delete'],
  },
  remarks: [],
  missing: ['encrypted'],
  report:
    'Melding van een mogelijk datalek\n\nGemerkt: 23 november 2026, 8.30 uur\nWat ging er mis: een mail ging naar de verkeerde persoon\nWat gebeurde er: Een verslag ging naar de ouders van een andere leerling.\nWaarover: zorg en ondersteuning\nOver hoeveel mensen: 1\nBij hoeveel mensen: 3\nWaar: in een mail\nVersleuteld: niet ingevuld\nAl gedaan: gevraagd om de mail te wissen',
  contact: { name: 'Sofie Wouters', email: 'privacy@sintjan.example' },
  authority: 'Vlaamse Toezichtcommissie',
};

export const reported: BreachDto = {
  ...wrongPerson,
  line: { ...wrongPerson.line, reported: '2026-11-23T09:10:00+01:00' },
};
