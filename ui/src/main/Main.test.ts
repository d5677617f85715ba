import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { CaseDto } from '../bindings/CaseDto';
import type { TodayDto } from '../bindings/TodayDto';
import * as api from '../lib/api';
import { received, today } from '../test/samples';
import { justNoticed, sent, wrongPerson } from '../test/samples.breach';
import { arrived, filed, inTrash } from '../test/samples.case';
import Main from './Main.svelte';

vi.mock('../lib/api', async (original) => ({
  ...(await original<typeof import('../lib/api')>()),
  act: vi.fn(),
  today: vi.fn(),
  myMail: vi.fn(),
  found: vi.fn(),
  cases: vi.fn(),
  oneCase: vi.fn(),
  breaches: vi.fn(),
  oneBreach: vi.fn(),
  onChanged: vi.fn(),
  onPage: vi.fn(),
}));

const noted = { ...received, subject: 'Noor is opgenomen', to_lvs: true };

/** The engine, as far as these examples need one. */
const engine = { now: today, open: arrived };
let hearChange = () => {};
let hearPage = (_page: string) => {};

beforeEach(() => {
  vi.resetAllMocks();
  location.hash = '';
  Object.assign(engine, { now: today, open: arrived });
  vi.mocked(api.act).mockResolvedValue({ message: '', clipboard: null, open: null, folder: null });
  vi.mocked(api.today).mockImplementation(() => Promise.resolve(engine.now));
  const policy = { school: 'Sint-Jan', source: '', version: '', problem: null };
  vi.mocked(api.myMail).mockResolvedValue({ clients: [], mailboxes: [], scan: null, policy });
  vi.mocked(api.found).mockImplementation(() => Promise.resolve(engine.now.received));
  vi.mocked(api.cases).mockImplementation(() => Promise.resolve({ open: engine.now.cases, closed: [], done_years: [] }));
  vi.mocked(api.oneCase).mockImplementation(() => Promise.resolve(engine.open));
  vi.mocked(api.breaches).mockImplementation(() => Promise.resolve({ open: engine.now.breaches, closed: [], sent: [] }));
  vi.mocked(api.oneBreach).mockResolvedValue({ ...wrongPerson, line: justNoticed });
  vi.mocked(api.onChanged).mockImplementation((hear) => {
    hearChange = hear;
    return Promise.resolve(() => {});
  });
  vi.mocked(api.onPage).mockImplementation((hear) => {
    hearPage = hear;
    return Promise.resolve(() => {});
  });
});

function tells(now: Partial<TodayDto>, open: CaseDto = engine.open) {
  Object.assign(engine, { now: { ...today, ...now }, open });
}
const title = (name: string) => screen.findByRole('heading', { level: 1, name });

it('goes from a received mail straight to its case', async () => {
  tells({ received: [noted], cases: [{ ...arrived.line, id: 2 }] });
  vi.mocked(api.act).mockImplementation(() => {
    tells({ cases: [{ ...arrived.line, id: 2 }, arrived.line] });
    return Promise.resolve({ message: '', clipboard: null, open: null, folder: null });
  });
  render(Main);
  await userEvent.click(await screen.findByRole('button', { name: 'Naar het LVS: Noor is opgenomen' }));
  expect(api.act).toHaveBeenNthCalledWith(1, { action: 'begin-case', received: 3 });
  await title('Noor is opgenomen');
  expect(api.oneCase).toHaveBeenLastCalledWith(7);
});

it('stays on Today when a case cannot be begun, and says why', async () => {
  tells({ received: [noted] });
  vi.mocked(api.act).mockRejectedValue({ code: 'gone', message: 'Deze mail is er niet meer.' });
  render(Main);
  await userEvent.click(await screen.findByRole('button', { name: 'Naar het LVS: Noor is opgenomen' }));
  expect(await screen.findByText('Deze mail is er niet meer.')).toBeVisible();
  await title('Vandaag');
  // On another page it is no news any more.
  await userEvent.click(screen.getByRole('button', { name: /^Naar het LVS$/ }));
  await title('Naar het leerlingvolgsysteem');
  expect(screen.queryByText('Deze mail is er niet meer.')).toBeNull();
});

it('leads from Today to the list of all received mail, and from there to a case', async () => {
  tells({ received: [noted], received_more: 1, cases: [] });
  vi.mocked(api.found).mockResolvedValue([noted, { ...noted, id: 4, subject: 'Sem' }]);
  render(Main);
  await userEvent.click(await screen.findByRole('button', { name: 'Toon alle 2' }));
  await title('Naar het leerlingvolgsysteem');
  expect(api.act).toHaveBeenCalledExactlyOnceWith({ action: 'look-for-found' });
  vi.mocked(api.act).mockImplementation(() => {
    tells({ cases: [arrived.line] });
    return Promise.resolve({ message: '', clipboard: null, open: null, folder: null });
  });
  await userEvent.click(screen.getByRole('button', { name: 'Naar het LVS: Sem' }));
  expect(api.act).toHaveBeenLastCalledWith({ action: 'begin-case', received: 4 });
  await title('Noor is opgenomen');
});

it('ticks a case that is open when the mail store changes, and stays where it is', async () => {
  tells({ cases: [filed.line] }, filed);
  render(Main);
  await userEvent.click(await screen.findByRole('button', { name: /Stap 4 van 7/ }));
  await title('Noor is opgenomen');
  tells({ cases: [inTrash.line] }, inTrash);
  hearChange();
  expect(await screen.findByText(/^Stap 4 is gedaan/)).toBeInTheDocument();
});

it('comes back to the case after a look at another page, and to the list by its own name', async () => {
  tells({ cases: [filed.line] }, filed);
  render(Main);
  const lvs = await screen.findByRole('button', { name: /^Naar het LVS\s*1$/ });
  await userEvent.click(lvs);
  await userEvent.click(await screen.findByRole('button', { name: /Stap 4 van 7/ }));
  await title('Noor is opgenomen');
  await userEvent.click(lvs);
  await title('Naar het leerlingvolgsysteem');
});

it('offers help after a mail that was sent all the same', async () => {
  tells({ breach_offer: sent });
  vi.mocked(api.act).mockImplementation(() => {
    tells({ breaches: [justNoticed] });
    return Promise.resolve({ message: '', clipboard: null, open: null, folder: null });
  });
  render(Main);
  await userEvent.click(await screen.findByRole('button', { name: 'Ja, help me' }));
  expect(api.act).toHaveBeenCalledExactlyOnceWith({ action: 'begin-breach', sent: 's1' });
  await title('Verslag oudercontact');
});

it('takes no for an answer', async () => {
  tells({ breach_offer: sent });
  render(Main);
  await userEvent.click(await screen.findByRole('button', { name: 'Nee, het is in orde' }));
  expect(api.act).toHaveBeenCalledExactlyOnceWith({ action: 'no-breach' });
});

it('opens at the page the tray asks for', async () => {
  render(Main);
  await title('Vandaag');
  hearPage('breach');
  await title('Ik verstuurde iets verkeerds');
  hearPage('lvs');
  await title('Naar het leerlingvolgsysteem');
});
