import { expect, it } from 'vitest';
import { day, moment } from './time';

const noon = new Date(2026, 10, 23, 12, 0);

it('says only the hour of today', () => {
  expect(moment(new Date(2026, 10, 23, 14, 5).toISOString(), 'nl', noon)).toBe('14:05');
});

it('says the day too of any other day', () => {
  expect(moment(new Date(2026, 10, 24, 7, 0).toISOString(), 'nl', noon)).toMatch(/^dinsdag 24 november.* 07:00$/);
  expect(day(new Date(2026, 10, 24, 7, 0).toISOString(), 'fr')).toBe('24 novembre');
});

it('shows what it cannot read as it came', () => {
  expect(moment('straks', 'nl')).toBe('straks');
});
