import { expect, it } from 'vitest';
import { asLang, languages, speak, type Lang } from './texts';

const files = import.meta.glob<string>('../../../assets/i18n/*/desktop*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const source = (lang: Lang) =>
  Object.entries(files)
    .filter(([path]) => path.includes(`/${lang}/`))
    .map(([, text]) => text)
    .join('\n');
const ids = (lang: Lang) => [...source(lang).matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id).sort();
const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

it('says the same things in three languages', () => {
  expect(ids('fr')).toEqual(ids('nl'));
  expect(ids('en')).toEqual(ids('nl'));
});

it('has every id once, and reads every file', () => {
  expect(new Set(ids('nl')).size).toBe(ids('nl').length);
  const read = languages.map(({ id }) => speak(id)('move-title'));
  expect(read).toEqual([
    'Naar het leerlingvolgsysteem',
    'Vers le système de suivi des élèves',
    'To the student tracking system',
  ]);
});

it('has every text a page asks for', () => {
  const known = new Set(ids('nl'));
  const asked = Object.values(sources).flatMap((source) => [
    ...[...source.matchAll(/say\('([\w-]+)'/g)].map(([, id]) => id),
    ...[...source.matchAll(/(?<!action: )'((?:card|today|history|demo|first|mail|policy|move|wrong)-[\w-]+)'/g)].map(
      ([, id]) => id,
    ),
  ]);
  expect(asked.length).toBeGreaterThan(40);
  // Words of the engine, and a template's id, which is put together from its name.
  const others = ['wrong-person', 'wrong-attachment', 'move-to-bcc', 'move-to-lvs', 'policy-template-'];
  expect(asked.filter((id) => id && !others.includes(id) && !known.has(id))).toEqual([]);
});

it('fills in numbers with the right form', () => {
  expect(speak('nl')('today-open', { count: 1 })).toBe('1 concept vraagt je aandacht');
  expect(speak('nl')('today-open', { count: 3 })).toBe('3 concepten vragen je aandacht');
  expect(speak('fr')('card-paragraph', { id: '3.3' })).toBe('§ 3.3 de nos règles');
});

it('lets no line in French begin with a mark', () => {
  expect(speak('fr')('wrong-kind')).toBe('Que s’est-il passé\u00a0?');
  expect(speak('fr')('move-not-sensitive-hint')).toContain('«\u00a0Rien de sensible\u00a0»');
});

it('speaks Dutch when it does not know the language, and shows an id it does not know', () => {
  expect(asLang('de')).toBe('nl');
  expect(speak('de')('tray-quit')).toBe('Afsluiten');
  expect(speak('nl')('nergens')).toBe('nergens');
});
