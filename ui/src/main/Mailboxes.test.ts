import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { MailboxDto } from '../bindings/MailboxDto';
import type { UserAction } from '../bindings/UserAction';
import { act, findMailbox } from '../lib/api';
import { speak } from '../lib/texts';
import Mailboxes from './Mailboxes.svelte';

vi.mock('../lib/api', async (original) => ({
  ...(await original<typeof import('../lib/api')>()),
  act: vi.fn(),
  findMailbox: vi.fn(),
}));

const url = 'imap://an%40sintjan.example@imap.sintjan.example:993';
const mailbox: MailboxDto = {
  id: url,
  email: 'an@sintjan.example',
  host: 'imap.sintjan.example',
  state: 'watching',
  message: '',
  drafts: ['Concepten'],
  last_event: null,
};

function show(...mailboxes: MailboxDto[]) {
  const perform = vi.fn<(action: UserAction) => Promise<boolean>>().mockResolvedValue(true);
  render(Mailboxes, { mailboxes, lang: 'nl', say: speak('nl'), perform, run: async () => true });
  return perform;
}

const button = (name: string) => screen.getByRole('button', { name });

async function begin(email: string) {
  await userEvent.click(button('Mailbox toevoegen'));
  await userEvent.type(screen.getByLabelText('Je e-mailadres'), email);
  await userEvent.click(button('Verder'));
}

const done = { message: '', clipboard: null, open: null, folder: null };

beforeEach(() => {
  vi.mocked(findMailbox).mockReset();
  vi.mocked(act).mockReset().mockResolvedValue(done);
});

it('asks for a password where the school has told the server', async () => {
  vi.mocked(findMailbox).mockResolvedValue({ way: 'password', host: 'imap.sintjan.example' });
  show();
  await begin('an@sintjan.example');
  expect(screen.queryByLabelText('Server')).toBeNull();
  await userEvent.type(screen.getByLabelText('Wachtwoord'), 'Zonnebloem-12');
  await userEvent.click(button('Verbind'));
  expect(act).toHaveBeenCalledWith({
    action: 'add-mailbox',
    email: 'an@sintjan.example',
    password: 'Zonnebloem-12',
    server: null,
  });
  expect(screen.queryByLabelText('Wachtwoord')).toBeNull();
});

it('asks for the server when nobody knows it', async () => {
  vi.mocked(findMailbox).mockResolvedValue({ way: 'unknown', host: '' });
  show();
  await begin('an@school.example');
  await userEvent.type(screen.getByLabelText('Server'), 'mail.school.example');
  await userEvent.selectOptions(screen.getByLabelText('Beveiliging'), 'STARTTLS');
  await userEvent.type(screen.getByLabelText('Wachtwoord'), 'x');
  await userEvent.click(button('Verbind'));
  expect(act).toHaveBeenCalledWith({
    action: 'add-mailbox',
    email: 'an@school.example',
    password: 'x',
    server: { host: 'mail.school.example', port: null, starttls: true, user: '' },
  });
});

it('never asks for a password where one signs in at the provider', async () => {
  vi.mocked(findMailbox).mockResolvedValue({ way: 'browser', host: 'outlook.office365.com' });
  show();
  await begin('an@sintjan.example');
  expect(screen.queryByLabelText('Wachtwoord')).toBeNull();
  await userEvent.click(button('Meld je aan in de browser'));
  expect(act).toHaveBeenCalledWith({
    action: 'add-mailbox',
    email: 'an@sintjan.example',
    password: '',
    server: null,
  });
});

it('keeps the form when the server refuses, and says what is wrong with an address', async () => {
  vi.mocked(findMailbox).mockRejectedValueOnce({ code: 'not-an-address', message: 'Dat is geen adres.' });
  vi.mocked(findMailbox).mockResolvedValue({ way: 'password', host: 'imap.sintjan.example' });
  vi.mocked(act).mockRejectedValue({ code: 'mailbox', message: 'De server aanvaardt het wachtwoord niet.' });
  show();
  await begin('an@sintjan');
  expect(screen.getByRole('alert')).toHaveTextContent('Dat is geen adres.');
  await userEvent.click(button('Verder'));
  await userEvent.type(screen.getByLabelText('Wachtwoord'), 'fout');
  await userEvent.click(button('Verbind'));
  expect(screen.getByRole('alert')).toHaveTextContent('aanvaardt het wachtwoord niet');
  expect(screen.getByLabelText('Wachtwoord')).toHaveValue('fout');
});

it('forgets a mailbox only when asked twice', async () => {
  const perform = show(mailbox);
  expect(screen.getByText(/Concepten in Concepten/)).toBeVisible();
  await userEvent.click(button('Niet meer meekijken'));
  await userEvent.click(button('Nee'));
  await userEvent.click(button('Niet meer meekijken'));
  expect(perform).not.toHaveBeenCalled();
  await userEvent.click(button('Ja, vergeet het'));
  expect(perform).toHaveBeenCalledWith({ action: 'remove-mailbox', id: url });
});

it('says what keeps a mailbox from being read, and sets it up again', async () => {
  vi.mocked(findMailbox).mockResolvedValue({ way: 'password', host: 'imap.sintjan.example' });
  show({ ...mailbox, state: 'stopped', message: 'De server aanvaardt het wachtwoord niet.' });
  expect(screen.getByRole('alert')).toHaveTextContent('aanvaardt het wachtwoord niet');
  await userEvent.click(button('Opnieuw instellen'));
  expect(screen.getByLabelText('Je e-mailadres')).toHaveValue('an@sintjan.example');
});

it('waits for the browser and can be told to stop waiting', async () => {
  const perform = show({ ...mailbox, state: 'signing-in' });
  expect(screen.getByText(/Mailwijs wacht tot je klaar bent/)).toBeVisible();
  await userEvent.click(button('Annuleer'));
  expect(perform).toHaveBeenCalledWith({ action: 'remove-mailbox', id: url });
});
