import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CaseAction } from '../../bindings/CaseAction';
import type { CaseDto } from '../../bindings/CaseDto';
import type { UserAction } from '../../bindings/UserAction';
import { act, checkNote, saveReceipt } from '../../lib/api';
import { speak } from '../../lib/texts';
import * as samples from '../../test/samples.case';
import CaseView from './CaseView.svelte';
import { forget } from './typed';

vi.mock('../../lib/api', async (original) => ({
  ...(await original<typeof import('../../lib/api')>()),
  act: vi.fn(),
  checkNote: vi.fn(),
  saveReceipt: vi.fn(),
}));

const perform = vi.fn<(action: UserAction) => Promise<boolean>>();
beforeEach(() => {
  vi.resetAllMocks();
  perform.mockResolvedValue(true);
  vi.mocked(checkNote).mockResolvedValue([]);
  forget(7);
});
// Nothing on the page is an id that has no text.
afterEach(() => expect(document.body.textContent).not.toMatch(/\bmove-[a-z]/));

const run = async (work: Promise<unknown>) => {
  await work;
  return true;
};
const show = (it: CaseDto, lang = 'nl') => render(CaseView, { it, lang, say: speak(lang), perform, run });
const did = (action: CaseAction) =>
  expect(perform).toHaveBeenLastCalledWith({ action: 'case', id: 7, case: action } satisfies UserAction);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const click = (name: string | RegExp) => userEvent.click(button(name));
const step = (number: number) => {
  const found = screen.getByRole('list', { name: 'De zeven stappen' }).children[number - 1];
  if (!(found instanceof HTMLElement)) throw new Error(`no step ${number}`);
  return within(found);
};
const news = () => screen.getAllByRole('status')[0]?.textContent;

it('shows the mail, what is sensitive in it, and the paragraph', () => {
  show(samples.arrived);
  expect(screen.getByRole('heading', { level: 1, name: 'Noor is opgenomen' })).toBeVisible();
  expect(screen.getByRole('region', { name: 'De mail' })).toHaveTextContent('Noor is gisteren opgenomen');
  expect(screen.getByText('suikerziekte', { selector: 'mark' })).toBeVisible();
  expect(screen.getByRole('list', { name: 'Waarover het gaat' })).toHaveTextContent('gezondheid');
  expect(screen.getByText('§ 3.3 van onze afspraken')).toBeVisible();
});

it('ends when there is nothing sensitive', async () => {
  show(samples.arrived);
  await click('Niets gevoeligs');
  did({ act: 'not-sensitive' });
});

it('says of a case that ended so that the mail stays, without a checklist', () => {
  show({ ...samples.arrived, line: { ...samples.arrived.line, closed: '2026-11-23T10:00:00+01:00' } });
  expect(screen.getByText('Je vond hier niets gevoeligs in. De mail blijft gewoon staan.')).toBeVisible();
  expect(screen.queryByRole('list', { name: 'De zeven stappen' })).toBeNull();
});

it('asks who files it, and goes on there with the keyboard', async () => {
  show(samples.arrived);
  await click('Ja, dit is gevoelig');
  expect(screen.getByRole('heading', { name: /In het leerlingvolgsysteem zetten/ })).toHaveFocus();
  await click(/Ik doe het zelf/);
  did({ act: 'route', route: 'myself', email: null });
});

it('asks a colleague who was chosen, in a message without the data', async () => {
  show(samples.arrived);
  await click('Ja, dit is gevoelig');
  await click(/Een collega doet het/);
  expect(button('Maak het bericht')).toBeDisabled();
  await userEvent.click(screen.getByRole('radio', { name: /Els Maes/ }));
  await click('Maak het bericht');
  did({ act: 'route', route: 'colleague', email: 'els.maes@sintjan.example' });
});

it('offers no colleague where the school named none', async () => {
  show({ ...samples.arrived, colleagues: [] });
  await click('Ja, dit is gevoelig');
  expect(screen.queryByRole('button', { name: /Een collega/ })).toBeNull();
});

it('opens the system and copies piece by piece', async () => {
  show(samples.byMyself);
  await click('Smartschool openen');
  did({ act: 'open-system' });
  await click('Kopieer: Titel');
  did({ act: 'copy', text: 'Bericht van ouder' });
  expect(step(2).getAllByText('Gekopieerd')).toHaveLength(1);
});

it('says which words judge, and copies the text as it was written', async () => {
  vi.mocked(checkNote).mockImplementation((text) =>
    Promise.resolve(text.includes('lui') ? [{ word: 'lui', advice: 'Schrijf wat je zag.' }] : []),
  );
  show(samples.byMyself);
  const note = screen.getByLabelText('Tekst');
  await userEvent.clear(note);
  await userEvent.type(note, 'Noor is lui.');
  expect(await screen.findByText('lui', { selector: 'strong' }, { timeout: 3000 })).toBeVisible();
  await click('Kopieer: Tekst');
  did({ act: 'copy', text: 'Noor is lui.' });
});

it('keeps what was typed when news comes, and when the page is left and come back to', async () => {
  const page = show(samples.byMyself);
  await userEvent.type(screen.getByLabelText('Tekst'), ' We bellen maandag.');
  await page.rerender({ it: samples.opened });
  expect(screen.getByLabelText('Tekst')).toHaveValue(`${samples.byMyself.note.text} We bellen maandag.`);
  expect(screen.getByLabelText('Tekst')).toHaveFocus();
  page.unmount();
  show(samples.opened);
  expect(screen.getByLabelText('Tekst')).toHaveValue(`${samples.byMyself.note.text} We bellen maandag.`);
  await click('Terug naar het voorstel');
  expect(screen.getByLabelText('Tekst')).toHaveValue(samples.byMyself.note.text);
});

it('makes files, lists them with until when, and opens their folder', async () => {
  const page = show(samples.byMyself);
  await click('Maak bestanden');
  did({ act: 'export' });
  await page.rerender({ it: samples.opened });
  expect(screen.getByText('attest.pdf')).toBeVisible();
  expect(screen.getByText(/^Sleep ze naar het uploadvak\. Ze blijven tot .+, of tot/)).toBeVisible();
  await click('Map openen');
  did({ act: 'open-export' });
});

it('asks for a name and password on the share only when it has to', async () => {
  vi.mocked(act).mockRejectedValueOnce({ code: 'share', message: 'De schijf vraagt wie je bent.' });
  vi.mocked(act).mockResolvedValue({ message: '', clipboard: null, open: null, folder: null });
  show({ ...samples.byMyself, has_share: true });
  expect(screen.queryByLabelText('Wachtwoord')).toBeNull();
  await click('Zet op de schoolschijf');
  expect(screen.getByRole('alert')).toHaveTextContent('De schijf vraagt wie je bent.');
  await userEvent.type(screen.getByLabelText('Gebruikersnaam'), 'an');
  await userEvent.type(screen.getByLabelText('Wachtwoord'), 'Zonnebloem-12');
  await click('Zet op de schoolschijf');
  const asked = vi.mocked(act).mock.calls.map(([action]) => action.action === 'case' && action.case);
  expect(asked).toEqual([
    { act: 'to-share', user: null, password: null },
    { act: 'to-share', user: 'an', password: 'Zonnebloem-12' },
  ]);
  await waitFor(() => expect(screen.queryByLabelText('Wachtwoord')).toBeNull());
});

it('keeps deleting locked, and says why, until it is in', async () => {
  const page = show(samples.opened);
  expect(step(4).getByRole('heading', { level: 2 })).toHaveTextContent('De mail verwijderen, overal (nog niet)');
  expect(step(4).getByText('Ik vond al 3 mails. Verwijderen doe je pas als het erin staat.')).toBeVisible();
  expect(step(4).queryByRole('button')).toBeNull();
  await click('Ja, in het leerlingvolgsysteem');
  did({ act: 'filed', place: 'system' });
  await page.rerender({ it: samples.filed });
  expect(step(4).getByText('Verwijder deze 3 mails in je mailprogramma. Elke regel verandert vanzelf.')).toBeVisible();
});

it('takes it back when it is not in after all', async () => {
  show(samples.filed);
  await click('Toch nog niet');
  did({ act: 'not-filed' });
});

it('names each copy by its folder and how it stands, and shows it in the mail program', async () => {
  show({ ...samples.filed, copies: [samples.inbox, { ...samples.archived, state: 'trash' }] });
  const [first, second] = within(step(4).getByRole('list', { name: 'De mail zelf' })).getAllByRole('listitem');
  expect(first).toHaveTextContent('Postvak IN · an@sintjan.example · 20 november Staat er nog');
  expect(second).toHaveTextContent('Ligt in de prullenmand');
  await userEvent.click(within(first as HTMLElement).getByRole('button'));
  did({ act: 'show-mail', copy: 'c1' });
});

it('lets a mail of the conversation stay, never the mail itself', async () => {
  show(samples.filed);
  const boxes = screen.getAllByRole('checkbox');
  expect(boxes).toHaveLength(1);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Mag blijven: Re: Noor is opgenomen' }));
  did({ act: 'stays', copy: 'c3', stays: true });
});

it('ticks by itself, says so, and calls nobody away', async () => {
  const page = show(samples.filed);
  const [there] = screen.getAllByRole('button', { name: /^Toon in mailprogramma/ });
  button('Kijk nu').focus();
  expect(news()).toBe('');
  await page.rerender({ it: samples.inTrash });
  expect(there).not.toBeInTheDocument();
  expect(step(4).getByRole('heading', { level: 2 })).toHaveTextContent('(gedaan)');
  expect(news()).toBe('Stap 4 is gedaan: De mail verwijderen, overal. Nu stap 5: De prullenmand leegmaken.');
  expect(button('Kijk nu')).toHaveFocus();
});

it('keeps the place of the keyboard when what it stood on goes', async () => {
  const page = show(samples.filed);
  screen.getAllByRole('button', { name: /^Toon in mailprogramma/ })[0]?.focus();
  await page.rerender({ it: samples.inTrash });
  await waitFor(() => expect(step(4).getByRole('heading', { level: 2 })).toHaveFocus());
});

it('un-ticks when a copy comes back', async () => {
  const page = show(samples.inBytes);
  await page.rerender({ it: samples.cameBack });
  expect(screen.getByRole('alert')).toHaveTextContent('Er is een kopie van deze mail teruggekomen.');
  expect(step(4).getByRole('heading', { level: 2 })).toHaveTextContent('(nu te doen)');
  expect(news()).toBe('Stap 4 staat weer open: De mail verwijderen, overal.');
  expect(step(4).getByText('Verwijder deze mail in je mailprogramma. De regel verandert vanzelf.')).toBeVisible();
});

it('guides to the trash, then to compacting each folder', async () => {
  const page = show(samples.inTrash);
  expect(step(5).getByText('Prullenbak').closest('li')).toHaveTextContent('an@sintjan.example 2 mails');
  await page.rerender({ it: samples.inBytes });
  expect(step(6).getByText('Archief 2026')).toBeVisible();
  expect(step(6).getByText(/kies "Comprimeren"/)).toBeVisible();
});

it('hides neither what the provider may keep nor where it could not look', () => {
  show(samples.inBytes);
  expect(step(6).getByText(/Dat kan ik niet zien en niet wissen/)).toBeVisible();
  expect(step(6).getByText(/Oud archief/)).toBeVisible();
});

it('does not say that a mail is gone before it was looked for', () => {
  const line = { ...samples.arrived.line, subject: '', from: '' };
  show({ ...samples.arrived, line, date: null, finding: null, text: [] });
  expect(screen.getByRole('heading', { level: 1, name: 'Ik zoek de mail nog' })).toBeVisible();
  expect(screen.queryByText(/al weg|staat niet meer/)).toBeNull();
});

it('does not say that all is gone while it could not look everywhere', () => {
  const copies = samples.filed.copies.map((copy) => ({ ...copy, state: 'gone' }));
  show({ ...samples.filed, copies, unread: [{ text: 'Archief', place: null, no_copy: false }] });
  expect(step(4).getByText(/maar ik kon nog niet overal kijken/)).toBeVisible();
  expect(step(4).getByText('Archief')).toBeVisible();
});

it('lets the teacher say that no copy is in a folder that never opens, and take that back', async () => {
  const copies = samples.filed.copies.map((copy) => ({ ...copy, state: 'gone' }));
  const text = 'Gedeeld/Zorg: deze map gaat voor jou niet open.';
  const passes = { text: 'Archief: er wordt nog in geschreven.', place: null, no_copy: false };
  const page = show({ ...samples.filed, copies, unread: [passes, { text, place: '12', no_copy: false }] });
  expect(step(4).getAllByRole('checkbox')).toHaveLength(1);
  expect(step(4).getByText(/komt op het bewijs/)).toBeVisible();
  await userEvent.click(step(4).getByRole('checkbox', { name: `Daar staat geen kopie: ${text}` }));
  did({ act: 'no-copy-in', place: '12', no_copy: true });
  page.unmount();
  show({ ...samples.filed, copies, unread: [{ text, place: '12', no_copy: true }] });
  expect(step(4).getByText(/Jij zei dat daar geen kopie staat/)).toBeVisible();
  await userEvent.click(step(4).getByRole('checkbox'));
  did({ act: 'no-copy-in', place: '12', no_copy: false });
});

it('ends with a receipt', async () => {
  vi.mocked(saveReceipt).mockResolvedValue(null);
  show(samples.done);
  expect(screen.getByRole('heading', { level: 1, name: 'Een mail die al weg is' })).toBeVisible();
  expect(step(7).getByText(/^Er zijn 2 kopieën verwijderd/)).toBeVisible();
  await click('Bewijs bewaren als pdf');
  expect(saveReceipt).toHaveBeenCalledExactlyOnceWith(7);
});

it('looks again, or reminds later', async () => {
  show(samples.filed);
  await click('Kijk nu');
  did({ act: 'look' });
  await click('Herinner me later');
  did({ act: 'later' });
});

it.each(['fr', 'en'])('says every step in %s', (lang) => {
  for (const it of Object.values(samples).filter((one) => 'steps' in one)) {
    const page = show({ ...it, has_share: true }, lang);
    expect(document.body.textContent).not.toMatch(/\bmove-[a-z]/);
    page.unmount();
  }
});
