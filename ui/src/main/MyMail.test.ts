import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { MyMailDto } from '../bindings/MyMailDto';
import type { UserAction } from '../bindings/UserAction';
import { speak } from '../lib/texts';
import MyMail from './MyMail.svelte';

const mail: MyMailDto = {
  clients: [
    {
      name: 'Thunderbird',
      profile: '/home/an/.thunderbird/x.default',
      identities: [
        { name: 'An Peeters', email: 'an@sintjan.example', kind: 'school', corrected: false },
        { name: '', email: 'an@gmail.example', kind: 'private', corrected: true },
      ],
      stores: [{ name: 'Lokaal', path: '/home/an/Mail', folders: 7, drafts: [], last_event: null }],
    },
  ],
  mailboxes: [
    {
      id: 'imap://an%40sintjan.example@imap.sintjan.example:993',
      email: 'an@sintjan.example',
      host: 'imap.sintjan.example',
      state: 'watching',
      message: '',
      drafts: ['Concepten'],
      last_event: null,
    },
  ],
  scan: null,
  policy: { school: 'Campus Sint-Jan', source: 'Vlaams sjabloon', version: '1', problem: 'regel 3, kolom 1: onbekend' },
};

function show() {
  const perform = vi.fn<(action: UserAction) => Promise<boolean>>().mockResolvedValue(true);
  render(MyMail, { mail, lang: 'nl', say: speak('nl'), perform, run: async () => true, showFound: vi.fn() });
  return perform;
}

it('corrects what an address is, and goes back to the policy', async () => {
  const perform = show();
  await userEvent.selectOptions(screen.getByLabelText('Soort adres van an@sintjan.example'), 'general');
  expect(perform).toHaveBeenLastCalledWith({ action: 'set-account-kind', email: 'an@sintjan.example', kind: 'general' });
  await userEvent.selectOptions(screen.getByLabelText('Soort adres van an@gmail.example'), 'Volgens het beleid');
  expect(perform).toHaveBeenLastCalledWith({ action: 'set-account-kind', email: 'an@gmail.example', kind: null });
});

it('says what it watches and what it misses', () => {
  show();
  expect(screen.getByText('7 mappen')).toBeVisible();
  expect(screen.getByText(/Geen conceptenmap gevonden/)).toHaveTextContent('Nog niets gezien');
});

it('names the policy in force and why a newer one is not', async () => {
  const perform = show();
  expect(screen.getByText('Uit Vlaams sjabloon')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('regel 3, kolom 1: onbekend');
  await userEvent.click(screen.getByRole('button', { name: 'Nederlands sjabloon' }));
  expect(perform).toHaveBeenLastCalledWith({ action: 'use-policy', source: 'template:nl' });
});
