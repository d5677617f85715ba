import { expect, it } from 'vitest';
import { asInput, day, fromInput, moment } from './time';

const noon = new Date(2026, 10, 23, 12, 0);

it('says only the hour of today', () => {
  expect(moment(new Date(2026, 10, 23, 14, 5).toISOString(), 'nl', noon)).toBe('14:05');
});

it('says the day too of any other day', () => {
  expect(moment(new Date(2026, 10, 24, 7, 0).toISOString(), 'nl', noon)).toMatch(/^dinsdag 24 november.* 07:00$/);
  expect(day(new Date(2026, 10, 24, 7, 0).toISOString(), 'fr', noon)).toBe('24 novembre');
  expect(day(new Date(2018, 2, 12, 7, 0).toISOString(), 'nl', noon)).toBe('12 maart 2018');
});

it('writes English as it is written in Europe', () => {
  expect(moment(new Date(2026, 10, 23, 14, 5).toISOString(), 'en', noon)).toBe('14:05');
  expect(day(new Date(2026, 10, 24, 7, 0).toISOString(), 'en')).toBe('24 November');
});

it('shows what it cannot read as it came', () => {
  expect(moment('straks', 'nl')).toBe('straks');
});

it('gives a moment to a form and takes it back', () => {
  const at = new Date(2026, 10, 23, 8, 5).toISOString();
  expect(asInput(at)).toBe('2026-11-23T08:05');
  expect(fromInput('2026-11-23T08:05')).toBe(at);
  expect(asInput(null)).toBe('');
  expect(fromInput('')).toBeNull();
});
