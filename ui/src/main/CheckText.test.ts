import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { TextCheckDto } from '../bindings/TextCheckDto';
import { speak } from '../lib/texts';
import { health } from '../test/samples';
import CheckText from './CheckText.svelte';

const checkText = vi.hoisted(() => vi.fn<(text: string, channel: string) => Promise<TextCheckDto>>());
vi.mock('../lib/api', async (original) => ({ ...(await original<typeof import('../lib/api')>()), checkText }));
beforeEach(() => {
  checkText.mockReset();
});

async function check(text: string) {
  render(CheckText, { say: speak('nl') });
  await userEvent.type(screen.getByLabelText('Je tekst'), text);
  await userEvent.click(screen.getByRole('button', { name: 'Kijk na' }));
}

it('says what was found, where, and what to mind', async () => {
  checkText.mockResolvedValue({ findings: [health], advice: ['Bel even.'] });
  await check('Lotte heeft suikerziekte.');
  expect(checkText).toHaveBeenCalledExactlyOnceWith('Lotte heeft suikerziekte.', 'chat');
  expect(await screen.findByRole('heading', { name: 'Gezondheid van een leerling' })).toBeVisible();
  expect(screen.getByText('suikerziekte', { selector: 'mark' })).toBeVisible();
  expect(screen.getByText('Bel even.')).toBeVisible();
});

it('says so when nothing was found, until the text changes', async () => {
  checkText.mockResolvedValue({ findings: [], advice: [] });
  await check('Tot morgen!');
  expect(await screen.findByRole('heading', { name: 'Niets gezien' })).toBeVisible();
  await userEvent.type(screen.getByLabelText('Je tekst'), ' Noor');
  expect(screen.queryByRole('heading', { name: 'Niets gezien' })).toBeNull();
});

it('shows a refusal in words', async () => {
  checkText.mockRejectedValue({ code: 'stopped', message: 'Mailwijs is aan het afsluiten.' });
  await check('Tot morgen!');
  expect(await screen.findByRole('alert')).toHaveTextContent('Mailwijs is aan het afsluiten.');
});
