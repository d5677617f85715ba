import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BreachAction } from '../../bindings/BreachAction';
import type { BreachDto } from '../../bindings/BreachDto';
import type { UserAction } from '../../bindings/UserAction';
import { act, breaches, oneBreach, saveReport } from '../../lib/api';
import { speak } from '../../lib/texts';
import { day } from '../../lib/time';
import { justNoticed, reported, sent, wrongPerson } from '../../test/samples.breach';
import BreachPage from './BreachPage.svelte';

vi.mock('../../lib/api', async (original) => ({
  ...(await original<typeof import('../../lib/api')>()),
  act: vi.fn(),
  breaches: vi.fn(),
  oneBreach: vi.fn(),
  saveReport: vi.fn(),
}));

const perform = vi.fn<(action: UserAction) => Promise<boolean>>();
const begin = vi.fn<(sent: string | null) => Promise<void>>();
beforeEach(() => {
  vi.resetAllMocks();
  perform.mockResolvedValue(true);
  vi.mocked(act).mockResolvedValue({ message: '', clipboard: null, open: null, folder: null });
  vi.mocked(breaches).mockResolvedValue({ open: [wrongPerson.line], closed: [], sent: [sent] });
  vi.mocked(oneBreach).mockResolvedValue(wrongPerson);
});
// Nothing on the page is an id that has no text.
afterEach(() => expect(document.body.textContent).not.toMatch(/\bwrong-[a-z]/));

const run = async (work: Promise<unknown>) => {
  await work;
  return true;
};
const others = { version: 1, lang: 'nl', say: speak('nl'), perform, run, begin };

/** The page with this breach open. */
async function open(it: BreachDto = wrongPerson) {
  vi.mocked(oneBreach).mockResolvedValue(it);
  const page = render(BreachPage, { id: it.line.id, ...others });
  await screen.findByRole('heading', { level: 1 });
  return page;
}
const did = (action: BreachAction) =>
  expect(perform).toHaveBeenLastCalledWith({ action: 'breach', id: 4, breach: action } satisfies UserAction);
const click = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const answered = () => vi.mocked(act).mock.calls.map(([{ ...action }]) => action.action === 'breach' && action.breach);

it('begins with a mail that was sent, or without one', async () => {
  render(BreachPage, { id: null, ...others });
  await userEvent.click(await screen.findByRole('button', { name: /Verslag oudercontact/ }));
  expect(begin).toHaveBeenLastCalledWith('s1');
  await click('Het was iets anders');
  expect(begin).toHaveBeenLastCalledWith(null);
});

it('lists what is open with how long it still is', async () => {
  render(BreachPage, { id: null, ...others });
  const row = await screen.findByRole('button', { name: /Het ging naar de verkeerde persoon/ });
  expect(row).toHaveTextContent(/Nog 2 dagen en 10 uur, tot donderdag 26 november/);
  await userEvent.click(row);
  expect(await screen.findByRole('heading', { level: 1, name: 'Verslag oudercontact' })).toHaveFocus();
});

it('asks first what went wrong; not being sure is an answer like the others', async () => {
  await open({ ...wrongPerson, line: justNoticed });
  expect(screen.getAllByRole('radio').map((one) => one.closest('label')?.textContent?.trim())).toEqual([
    'Het ging naar de verkeerde persoon',
    'Iedereen zag elkaars adres',
    'Er hing een verkeerde bijlage of link aan',
    'Er stonden gevoelige gegevens in',
    'Ik weet het niet zeker',
  ]);
  expect(screen.queryByLabelText('Wat gebeurde er?')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Ik weet het niet zeker' }));
  did({ act: 'kind', kind: 'not-sure' });
});

it('tells the deadline as a day and an hour, and calmly when it is past', async () => {
  const page = await open();
  expect(screen.getByText('Nog 2 dagen en 10 uur')).toBeVisible();
  expect(screen.getByText(/^Tot donderdag 26 november/)).toBeVisible();
  page.unmount();
  await open({ ...wrongPerson, line: { ...wrongPerson.line, hours_left: -5 } });
  expect(screen.getByText('De 72 uur zijn voorbij')).toBeVisible();
  expect(screen.getByText(/^Meld het toch aan je school/)).toBeVisible();
});

it('prepares the message of first aid, and notes what the teacher did', async () => {
  await open();
  expect(screen.getByText('Gedaan')).toBeVisible();
  await click(/^Nog eens klaarzetten: Vraag wie/);
  did({ act: 'aid', aid: 'ask-to-delete' });
  await click(/^Dat is gebeurd: Stuur de mail opnieuw/);
  did({ act: 'aid', aid: 'send-again' });
});

it('keeps every answer by itself, without a word of it', async () => {
  await open();
  await userEvent.click(screen.getByRole('checkbox', { name: 'gezondheid' }));
  await userEvent.click(screen.getByRole('radio', { name: 'nee' }));
  const people = screen.getByLabelText('Over hoeveel mensen?');
  await userEvent.clear(people);
  await userEvent.type(people, '12');
  await userEvent.tab();
  await waitFor(() => expect(answered().at(-1)).toMatchObject({ act: 'answer' }));
  expect(answered().at(-1)).toMatchObject({
    answers: { ...wrongPerson.answers, categories: ['medical', 'care'], encrypted: 'no', people: 12 },
  });
  expect(await screen.findByText('Bewaard')).toBeVisible();
  expect(perform).not.toHaveBeenCalled();
});

it('says that it is kept once what was changed last is kept too', async () => {
  let first = () => {};
  const done = { message: '', clipboard: null, open: null, folder: null };
  vi.mocked(act).mockImplementationOnce(() => new Promise((resolve) => (first = () => resolve(done))));
  await open();
  await userEvent.click(screen.getByRole('checkbox', { name: 'gezondheid' }));
  await userEvent.tab();
  await waitFor(() => expect(answered()).toHaveLength(1));
  await userEvent.click(screen.getByRole('radio', { name: 'nee' }));
  first();
  await waitFor(() => expect(oneBreach).toHaveBeenCalledTimes(2));
  expect(screen.queryByText('Bewaard')).toBeNull();
  expect(await screen.findByText('Bewaard')).toBeVisible();
  expect(answered().at(-1)).toMatchObject({ answers: { categories: ['medical', 'care'], encrypted: 'no' } });
});

it('keeps what is typed when news comes', async () => {
  const page = await open();
  const what = screen.getByLabelText('Wat gebeurde er?');
  await userEvent.type(what, ' Ik belde meteen.');
  vi.mocked(oneBreach).mockResolvedValue({ ...wrongPerson, remarks: ['Er staat een naam in.'] });
  await page.rerender({ version: 2 });
  expect(await screen.findByText('Er staat een naam in.')).toBeVisible();
  expect(what).toHaveValue('Een verslag ging naar de ouders van een andere leerling. Ik belde meteen.');
  expect(what).toHaveFocus();
});

it('loses nothing when the page is left at once', async () => {
  const page = await open();
  await userEvent.type(screen.getByLabelText('Wat gebeurde er?'), ' Ik belde meteen.');
  page.unmount();
  expect(answered().at(-1)).toMatchObject({ answers: { what: expect.stringMatching(/Ik belde meteen\.$/) } });
});

it('says it in the form when an answer could not be kept', async () => {
  vi.mocked(act).mockRejectedValue({ code: 'history', message: 'De geschiedenis is op slot.' });
  await open();
  await userEvent.type(screen.getByLabelText('Wat gebeurde er?'), '!');
  await userEvent.tab();
  expect(await screen.findByText('De geschiedenis is op slot.')).toBeVisible();
});

it('shows the report, what it misses and to whom it goes', async () => {
  await open();
  expect(screen.getByText('Dit gaat naar Sofie Wouters (privacy@sintjan.example).')).toBeVisible();
  expect(screen.getByText('of het versleuteld was')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Je melding' })).toHaveTextContent('Melding van een mogelijk datalek');
  await click('Open in mijn mailprogramma');
  did({ act: 'report' });
  await click('Bewaren als pdf');
  expect(saveReport).toHaveBeenCalledExactlyOnceWith(4);
  await click('Ik heb het gemeld');
  did({ act: 'reported' });
});

it('names the head of the school where the policy names no contact', async () => {
  await open({ ...wrongPerson, contact: null });
  expect(screen.getByText(/Geef je melding aan je directie/)).toBeVisible();
});

it('is at ease once it was reported, and can be closed and opened again', async () => {
  const page = await open(reported);
  expect(screen.getByText(/^Gemeld: /)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Ik heb het gemeld' })).toBeNull();
  await click('Afsluiten');
  did({ act: 'close' });
  page.unmount();
  const closed = new Date();
  await open({ ...reported, line: { ...reported.line, closed: closed.toISOString() } });
  // The day, also when it was today.
  expect(screen.getByText(`Afgesloten op ${day(closed.toISOString(), 'nl')}`)).toBeVisible();
  await click('Weer openen');
  did({ act: 'reopen' });
});
