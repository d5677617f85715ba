import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { ScanDto } from '../bindings/ScanDto';
import type { UserAction } from '../bindings/UserAction';
import { speak } from '../lib/texts';
import Scan from './Scan.svelte';

const perform = vi.fn<(action: UserAction) => Promise<boolean>>();
const showFound = vi.fn();
beforeEach(() => {
  vi.resetAllMocks();
  perform.mockResolvedValue(true);
});
const going: ScanDto = {
  state: 'running',
  period: 'school-year',
  since: '2026-09-01',
  share: 42,
  place: 'Postvak IN',
  messages: 1240,
  found: 3,
  unread: 0,
  when: '2018-11-23T09:00:00Z',
  troubles: [],
};
const show = (scan: ScanDto | null) => render(Scan, { scan, lang: 'nl', say: speak('nl'), perform, showFound });
const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));

it('is begun as far back as the teacher says', async () => {
  show(null);
  expect(screen.getByRole('heading', { name: 'Doorzoek je mailbox' })).toBeVisible();
  expect(screen.queryByRole('progressbar')).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText('Hoe ver terug'), 'Alle mail');
  await click('Doorzoeken');
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'start-scan', period: 'all' });
});

it('shows how far it is, and can be paused', async () => {
  show(going);
  expect(screen.getByRole('progressbar', { name: 'Hoe ver ik ben' })).toHaveValue(42);
  expect(screen.getByText(/1\.240 mails bekeken, 3 gevonden\s·\sPostvak IN/)).toBeVisible();
  await click('Pauzeren');
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'pause-scan' });
});

it('goes on after a pause, or ends for good', async () => {
  show({ ...going, state: 'paused', share: null, place: '' });
  expect(screen.getByRole('heading', { name: 'Doorzoeken gepauzeerd' })).toBeVisible();
  expect(screen.queryByRole('progressbar')).toBeNull();
  await click('Verdergaan');
  await click('Stoppen');
  expect(perform.mock.calls).toEqual([[{ action: 'resume-scan' }], [{ action: 'cancel-scan' }]]);
});

it('says when it was done, leads to what it found, and can be done again', async () => {
  show({ ...going, state: 'done', unread: 2 });
  expect(screen.getByRole('heading', { name: 'Doorzocht op 23 november 2018' })).toBeVisible();
  expect(screen.getByText('2 mails kon ik niet lezen.')).toBeVisible();
  await click('Bekijk wat ik vond');
  expect(showFound).toHaveBeenCalledOnce();
  await click('Opnieuw doorzoeken');
  expect(perform).toHaveBeenCalledExactlyOnceWith({ action: 'start-scan', period: 'school-year' });
});

it('says what it could not search', () => {
  show({ ...going, state: 'paused', troubles: ['an@sintjan.example is niet doorzocht.'] });
  expect(screen.getByRole('alert')).toHaveTextContent('an@sintjan.example is niet doorzocht.');
});
