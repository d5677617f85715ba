import { describe, expect, it } from 'vitest';
import { card, health, parents } from '../test/samples';
import { otherWays, paragraphIds, places, wayOut } from './ways';

describe('the button', () => {
  it('is the first way out of the gravest finding', () => {
    expect(wayOut({ ...card, findings: [health, parents] })).toEqual({
      rule: 'sensitive-pupil-data',
      fix: health.fixes[0],
    });
  });

  it('comes from the next finding when the gravest has no way out', () => {
    expect(wayOut({ ...card, findings: [{ ...health, fixes: [] }, parents] })?.fix.fix).toBe('move-to-bcc');
  });

  it('is absent when there is no way out', () => {
    expect(wayOut({ ...card, findings: [{ ...parents, fixes: [] }] })).toBeUndefined();
  });
});

it('offers the ways out that the button does not take', () => {
  const both = { ...card, findings: [health, parents] };
  expect(otherWays(both, health).map(({ fix }) => fix)).toEqual(['replace-sentence']);
  expect(otherWays(both, parents).map(({ fix }) => fix)).toEqual(['move-to-bcc']);
});

it('names each paragraph once', () => {
  const other = { ...health, paragraph: { id: '2', title: '', text: '' } };
  expect(paragraphIds({ ...card, findings: [parents, health, other] })).toBe('3.3, 2');
  expect(paragraphIds({ ...card, findings: [{ ...parents, paragraph: null }] })).toBe('');
});

it('lists the words of one place together', () => {
  const words = (part: string, text: string) => ({ part, before: '', text, after: '' });
  const found = places([words('CC', 'a'), words('CC', 'b'), words('in de tekst', 'c')]);
  expect(found.map(({ part, words }) => [part, words.map(({ text }) => text)])).toEqual([
    ['CC', ['a', 'b']],
    ['in de tekst', ['c']],
  ]);
});
