import { expect, it } from 'vitest';
import { answer, archived, arrived, byMyself, done, filed, inbox, inBytes, inTrash } from '../../test/samples.case';
import { byFolder, changes, endedEarly, inState, shown } from './steps';

const states = (it: typeof arrived, agreed = false) => shown(it, agreed).map(({ state }) => state);

it('shows the steps as the engine tells them', () => {
  expect(states(filed)).toEqual(['done', 'done', 'done', 'now', 'locked', 'locked', 'locked']);
  expect(states(done)).toEqual(Array(7).fill('done'));
});

it('goes on to the ways once the teacher said that it is sensitive', () => {
  expect(states(arrived)).toEqual(['now', ...Array(6).fill('locked')]);
  expect(states(arrived, true)).toEqual(['done', 'now', ...Array(5).fill('locked')]);
});

it('lets the teacher say that it is in, without having opened anything here', () => {
  expect(states(byMyself)).toEqual(['done', 'now', 'now', ...Array(4).fill('locked')]);
});

it('tells what ticked and what stands open again', () => {
  const words = (before: typeof arrived, after: typeof arrived) => {
    const { ticked, reopened } = changes(shown(before, false), shown(after, false));
    return [ticked.map(({ step }) => step), reopened.map(({ step }) => step)];
  };
  expect(words(filed, inTrash)).toEqual([['delete'], []]);
  expect(words(inBytes, filed)).toEqual([[], ['delete']]);
  expect(words(filed, filed)).toEqual([[], []]);
});

it('counts what has to go, not what may stay', () => {
  const it = { ...filed, copies: [inbox, archived, { ...answer, stays: true }] };
  expect(inState(it, 'live')).toEqual([inbox, archived]);
});

it('counts copies of one folder together', () => {
  const { folder, store } = inbox;
  expect(byFolder([inbox, inbox, archived])).toEqual([
    { folder, store, count: 2 },
    { folder: archived.folder, store, count: 1 },
  ]);
});

it('knows a case that ended because nothing was sensitive', () => {
  const closed = '2026-11-23T10:00:00+01:00';
  expect(endedEarly({ ...arrived, line: { ...arrived.line, closed } })).toBe(true);
  expect(endedEarly(done)).toBe(false);
});
