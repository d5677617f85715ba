import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { OutcomeDto } from '../bindings/OutcomeDto';
import type { UserAction } from '../bindings/UserAction';
import { card, health, kept, parents, putRight } from '../test/samples';
import Card from './Card.svelte';

const act = vi.hoisted(() => vi.fn<(action: UserAction) => Promise<OutcomeDto>>());
vi.mock('../lib/api', async (original) => ({ ...(await original<typeof import('../lib/api')>()), act }));

/** What the teacher did, leaving out that the card was being read. */
const answers = () => act.mock.calls.map(([action]) => action).filter(({ action }) => action !== 'attend');

const done: OutcomeDto = { message: '', clipboard: null, open: null, folder: null };
beforeEach(() => {
  act.mockReset();
  act.mockResolvedValue(done);
});

it('says what, which draft and where', () => {
  render(Card, { card });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('12 ouders zien elkaars adres');
  expect(screen.getByText('“Uitstap Planckendael”')).toBeVisible();
  expect(screen.getByText(/Aan en CC/)).toBeVisible();
  expect(screen.getByRole('img', { name: 'Even kijken' })).toBeVisible();
});

it('names a draft without subject', () => {
  render(Card, { card: { ...card, subject: '' } });
  expect(screen.getByText('(zonder onderwerp)')).toBeVisible();
});

it('takes the way out and tells what came of it', async () => {
  act.mockResolvedValue({ ...done, message: 'Een verbeterde mail staat open.', clipboard: 'adressen' });
  render(Card, { card });
  await userEvent.click(screen.getByRole('button', { name: 'Zet ze in BCC' }));
  expect(answers()).toEqual([
    { action: 'fix', draft: 'uitstap', rule: 'visible-recipients', fix: 'move-to-bcc' },
  ]);
  expect(screen.getByRole('status')).toHaveTextContent(
    'Een verbeterde mail staat open. De tekst staat een minuut op je klembord.',
  );
});

it('tells a refusal in the words of the engine', async () => {
  act.mockRejectedValue({ code: 'no-client', message: 'Open eerst je mailprogramma.' });
  render(Card, { card });
  await userEvent.click(screen.getByRole('button', { name: 'Zet ze in BCC' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Open eerst je mailprogramma.');
});

it('opens the reasons to keep it in place, and keeps all that stands on it for the one chosen', async () => {
  render(Card, { card: { ...card, findings: [health, parents] } });
  const keep = screen.getByRole('button', { name: 'Toch zo laten' });
  expect(screen.queryByText('Dit klopt niet')).toBeNull();
  await userEvent.click(keep);
  expect(keep).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(screen.getByRole('button', { name: /Dit klopt niet/ }));
  expect(answers()).toEqual([{ action: 'keep-all', draft: 'uitstap', reason: 'not-right' }]);
});

it('says what was kept and offers the way back, with the button or the keys', async () => {
  const { rerender } = render(Card, { card });
  await userEvent.click(screen.getByRole('button', { name: 'Toch zo laten' }));
  await rerender({ card: kept });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent("Dankjewel, voortaan zwijg ik in zo'n geval");
  expect(screen.getByRole('img', { name: 'Genoteerd' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Waarom|laten|Dit klopt niet/ })).toBeNull();
  const undo = screen.getByRole('button', { name: 'Ongedaan maken' });
  await userEvent.click(undo);
  await userEvent.keyboard('{Control>}z{/Control}');
  const back = { action: 'undo', draft: 'uitstap' };
  expect(answers()).toEqual([back, back]);
});

it('takes back only what was just kept', async () => {
  render(Card, { card });
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(answers()).toEqual([]);
});

it('explains itself: the words that show it, and the paragraph once', async () => {
  render(Card, { card: { ...card, findings: [health, parents] } });
  await userEvent.click(screen.getByRole('button', { name: /Waarom\?/ }));
  expect(screen.getByText('suikerziekte').tagName).toBe('MARK');
  expect(screen.getByText('Lotte heeft', { exact: false })).toHaveTextContent('Lotte heeft suikerziekte.');
  expect(screen.getAllByText('Gebruik zoveel mogelijk BCC.')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Vervang de zin' })).toBeVisible();
});

it('never reads a mail as markup', async () => {
  const evidence = [{ part: 'in de tekst', before: '', text: '<img src=x onerror=alert(1)>', after: '' }];
  render(Card, { card: { ...card, findings: [{ ...parents, evidence }] } });
  await userEvent.click(screen.getByRole('button', { name: /Waarom\?/ }));
  expect(screen.getByText('<img src=x onerror=alert(1)>').tagName).toBe('MARK');
  expect(document.querySelector('mark img')).toBeNull();
});

it('says that it is being read, so that it does not fold meanwhile', async () => {
  render(Card, { card });
  await userEvent.click(screen.getByRole('button', { name: /Waarom/ }));
  expect(act).toHaveBeenCalledWith({ action: 'attend', draft: 'uitstap' });
});

it('closes with Escape, the reasons first when they are open', async () => {
  render(Card, { card });
  await userEvent.click(screen.getByRole('button', { name: 'Toch zo laten' }));
  await userEvent.keyboard('{Escape}');
  expect(answers()).toEqual([]);
  expect(screen.queryByText('Dit klopt niet')).toBeNull();
  await userEvent.keyboard('{Escape}');
  expect(answers()).toEqual([{ action: 'close', draft: 'uitstap' }]);
});

it('goes from close to the way out, the reasons and the explanation with Tab', async () => {
  render(Card, { card: { ...card, waiting: 2 } });
  const order: (string | null)[] = [];
  for (let step = 0; step < 5; step += 1) {
    await userEvent.tab();
    order.push(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? null);
  }
  expect(order).toEqual([
    'Sluiten',
    'Zet ze in BCC',
    'Toch zo laten',
    'Waarom? § 3.3 van onze afspraken',
    'Toon de volgende kaart, nog 2',
  ]);
});

it('turns green in place when the draft is put right', async () => {
  const { rerender } = render(Card, { card });
  await userEvent.click(screen.getByRole('button', { name: /Waarom\?/ }));
  await rerender({ card: putRight });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Niemand ziet nog een ander adres');
  expect(screen.getByRole('img', { name: 'In orde gebracht' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Waarom|BCC|laten/ })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Waarom?' })).toBeNull();
});

it('stays open on the explanation while the same draft is saved again', async () => {
  const { rerender } = render(Card, { card });
  await userEvent.click(screen.getByRole('button', { name: /Waarom\?/ }));
  await rerender({ card: { ...card, title: '9 ouders zien elkaars adres' } });
  expect(screen.getByRole('region', { name: 'Waarom?' })).toBeVisible();
});

it('speaks French and English', () => {
  render(Card, { card: { ...card, lang: 'fr' } });
  expect(screen.getByRole('button', { name: 'Laisser ainsi' })).toBeVisible();
});
