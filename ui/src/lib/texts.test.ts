import { expect, it } from 'vitest';
import en from '../../../assets/i18n/en/desktop.ftl?raw';
import fr from '../../../assets/i18n/fr/desktop.ftl?raw';
import nl from '../../../assets/i18n/nl/desktop.ftl?raw';
import { asLang, speak } from './texts';

const ids = (source: string) => [...source.matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id).sort();
const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

it('says the same things in three languages', () => {
  expect(ids(fr)).toEqual(ids(nl));
  expect(ids(en)).toEqual(ids(nl));
});

it('has every text a page asks for', () => {
  const known = new Set(ids(nl));
  const asked = Object.values(sources).flatMap((source) => [
    ...[...source.matchAll(/say\('([\w-]+)'/g)].map(([, id]) => id),
    ...[...source.matchAll(/(?<!action: )'((?:card|today|history|demo|first|mail|policy)-[\w-]+)'/g)].map(([, id]) => id),
  ]);
  expect(asked.length).toBeGreaterThan(40);
  // A template's id is put together from its name.
  expect(asked.filter((id) => id && id !== 'policy-template-' && !known.has(id))).toEqual([]);
});

it('fills in numbers with the right form', () => {
  expect(speak('nl')('today-open', { count: 1 })).toBe('1 concept vraagt je aandacht');
  expect(speak('nl')('today-open', { count: 3 })).toBe('3 concepten vragen je aandacht');
  expect(speak('fr')('card-paragraph', { id: '3.3' })).toBe('§ 3.3 de nos règles');
});

it('speaks Dutch when it does not know the language, and shows an id it does not know', () => {
  expect(asLang('de')).toBe('nl');
  expect(speak('de')('tray-quit')).toBe('Afsluiten');
  expect(speak('nl')('nergens')).toBe('nergens');
});
