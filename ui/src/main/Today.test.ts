import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { TodayDto } from '../bindings/TodayDto';
import type { UserAction } from '../bindings/UserAction';
import { speak } from '../lib/texts';
import { received, today } from '../test/samples';
import Today from './Today.svelte';

const perform = vi.fn<(action: UserAction) => Promise<boolean>>();
const ways = { openList: vi.fn(), openCase: vi.fn(), openBreach: vi.fn(), beginCase: vi.fn(), beginBreach: vi.fn() };
beforeEach(() => {
  vi.resetAllMocks();
  perform.mockResolvedValue(true);
});
const show = (changes: Partial<TodayDto> = {}) =>
  render(Today, { now: { ...today, ...changes }, say: speak('nl'), perform, ...ways });

it('is calm when nothing is open', () => {
  show();
  expect(screen.getByRole('heading', { name: 'Niets dat je aandacht vraagt' })).toBeVisible();
  expect(screen.getByText('23')).toBeVisible();
  expect(screen.queryByText('Waar ik over zwijg')).toBeNull();
});

it('opens the card of a draft', async () => {
  show({ open: [{ draft: 'd1', subject: 'Uitstap', title: '12 ouders', severity: 'warn', sent: true }] });
  expect(screen.getByRole('heading', { name: '1 concept vraagt je aandacht' })).toBeVisible();
  expect(screen.getByText('Al verstuurd')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /12 ouders/ }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'show', draft: 'd1' });
});

it('offers the demo when there is no mail program, and nothing that only makes sense with one', async () => {
  show({ has_mail_client: false });
  expect(screen.queryByText('concepten nagekeken')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Bekijk het met een demo-postvak' }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'start-demo' });
});

it('stops a running demo', async () => {
  show({ has_mail_client: false, demo: true });
  await userEvent.click(screen.getByRole('button', { name: 'Demo stoppen' }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'stop-demo' });
});

it('ends a pause', async () => {
  show({ paused_until: '2030-06-03T07:00:00Z' });
  expect(screen.getByText(/^Gepauzeerd tot maandag 3 juni/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Weer meekijken' }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'resume' });
});

it('takes back a silence', async () => {
  show({ silenced: [{ id: 7, rule: 'private-account', title: 'Privéaccount', since: '2030-06-03T07:00:00Z' }] });
  await userEvent.click(screen.getByRole('button', { name: 'Weer melden: Privéaccount' }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'forget-silence', id: 7 });
});

it('shows problems in words', () => {
  show({ problems: ['Het beleid laadt niet: regel 3.'] });
  expect(screen.getByText('Het beleid laadt niet: regel 3.')).toBeVisible();
});

it('asks how to keep the history when there is no keyring', async () => {
  show({ history: 'needs-choice' });
  await userEvent.type(screen.getByLabelText('Wachtzin'), 'een lange wachtzin');
  await userEvent.click(screen.getByRole('button', { name: 'Bewaar versleuteld' }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'unlock-history', passphrase: 'een lange wachtzin' });
  expect(screen.getByLabelText('Wachtzin')).toHaveValue('');
  await userEvent.click(screen.getByRole('button', { name: 'Niets bewaren' }));
  expect(perform).toHaveBeenLastCalledWith({ action: 'history-in-memory' });
});

it('leaves a passphrase that did not fit, to correct it', async () => {
  perform.mockResolvedValue(false);
  show({ history: 'locked' });
  await userEvent.type(screen.getByLabelText('Wachtzin'), 'fout');
  await userEvent.click(screen.getByRole('button', { name: 'Openen' }));
  expect(screen.getByLabelText('Wachtzin')).toHaveValue('fout');
});

it('offers to be quieter, and takes it back', async () => {
  const rule = { rule: 'visible-recipients', title: 'Zichtbare ontvangers' };
  const record = { rule: 'private-account', title: 'Privéaccount', shown: 0, put_right: 0, kept: 0, not_right: 0 };
  show({ quieter_offer: rule, records: [{ ...record, quieter: true, offers_quiet: false }] });
  await userEvent.click(screen.getByRole('button', { name: 'Ja, stiller' }));
  expect(perform).toHaveBeenLastCalledWith({ action: 'set-quieter', rule: 'visible-recipients', quieter: true });
  await userEvent.click(screen.getByRole('button', { name: 'Weer gewoon melden: Privéaccount' }));
  expect(perform).toHaveBeenLastCalledWith({ action: 'set-quieter', rule: 'private-account', quieter: false });
});

it('lists received mail with what to do about it, until it is dealt with', async () => {
  show({ received: [received] });
  expect(screen.getByRole('heading', { name: '1 ontvangen mail om weg te werken' })).toBeVisible();
  expect(screen.getByText('Noor, van Mama van Noor · 12 maart 2018 · Postvak IN')).toBeVisible();
  expect(screen.queryByText(/^Staat hier al/)).toBeNull();
  expect(screen.getByText('Zet het in Smartschool.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Afgehandeld: Noor' }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'received-handled', id: 3 });
});

it('knows a mail from before a restart by its day until it was seen again, and says when it stays too long', () => {
  show({ received: [{ ...received, is_read: false, subject: '', from: '', folder: '', days: 45 }] });
  expect(screen.getByText('Een mail van 12 maart 2018, die ik nog opzoek')).toBeVisible();
  expect(screen.getByText(/^Staat hier al 45 dagen/)).toBeVisible();
});

it('leads to the others when there are many', async () => {
  show({ received: [received], received_more: 11 });
  expect(screen.getByRole('heading', { name: '12 ontvangen mails om weg te werken' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Toon alle 12' }));
  expect(ways.openList).toHaveBeenCalledOnce();
});

it('tells how often each rule spoke and what came of it, and offers quiet where it was mostly refused', async () => {
  const counts = { shown: 14, put_right: 9, kept: 2, not_right: 3, quieter: false, offers_quiet: false };
  const refused = { shown: 1, put_right: 0, kept: 1, not_right: 0, quieter: false, offers_quiet: true };
  show({
    records: [
      { rule: 'sensitive-pupil-data', title: 'Gevoelige gegevens', ...counts },
      { rule: 'visible-recipients', title: 'Zichtbare ontvangers', ...refused },
    ],
  });
  expect(
    screen.getByText('14 keer gewaarschuwd, 9 keer in orde gebracht, 2 keer zo gelaten, 3 keer niet terecht'),
  ).toBeVisible();
  expect(screen.getByText('1 keer gewaarschuwd, 1 keer zo gelaten')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Stiller: Gevoelige gegevens' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Stiller: Zichtbare ontvangers' }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'set-quieter', rule: 'visible-recipients', quieter: true });
});

it('erases only after asking', async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Alles wissen…' }));
  expect(perform).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Ja, wis alles' }));
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'erase-history' });
});

it('says calmly that only words are looked at', () => {
  show({ notice: 'Mailwijs let nu alleen op woorden.' });
  expect(screen.getByText('Mailwijs let nu alleen op woorden.')).toBeVisible();
  expect(screen.queryByText('Dit vraagt je hulp')).toBeNull();
});
