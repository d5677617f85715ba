import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { SchoolYearDto } from '../../bindings/SchoolYearDto';
import { saveCleanUp } from '../../lib/api';
import { speak } from '../../lib/texts';
import CleanUp from './CleanUp.svelte';

vi.mock('../../lib/api', async (original) => ({
  ...(await original<typeof import('../../lib/api')>()),
  saveCleanUp: vi.fn(),
}));

beforeEach(() => {
  vi.resetAllMocks();
  vi.mocked(saveCleanUp).mockResolvedValue(null);
});

const run = async (work: Promise<unknown>) => {
  await work;
  return true;
};
const now: SchoolYearDto = { begins: 2026, name: '2026-2027' };
const before: SchoolYearDto = { begins: 2025, name: '2025-2026' };
const show = (years: SchoolYearDto[], lang = 'nl') => render(CleanUp, { years, say: speak(lang), run });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Bewijs van opruimen (pdf)' }));

it('saves the proof of the only school year without a question', async () => {
  show([now]);
  expect(screen.queryByRole('combobox')).toBeNull();
  await save();
  expect(saveCleanUp).toHaveBeenCalledExactlyOnceWith(2026);
});

it('asks which school year, and proposes the newest', async () => {
  show([now, before]);
  await save();
  expect(saveCleanUp).toHaveBeenLastCalledWith(2026);
  const years = screen.getByRole('combobox', { name: 'Welk schooljaar?' });
  await userEvent.selectOptions(years, '2025-2026');
  await save();
  expect(saveCleanUp).toHaveBeenLastCalledWith(2025);
  await userEvent.selectOptions(years, 'Alle schooljaren');
  await save();
  expect(saveCleanUp).toHaveBeenLastCalledWith(null);
});

it.each(['nl', 'fr', 'en'])('has all its words in %s', (lang) => {
  show([now, before], lang);
  expect(document.body.textContent).not.toMatch(/\bmove-[a-z]/);
});
