import { expect, it } from 'vitest';
import { speak } from '../../lib/texts';
import { left } from './left';

it.each([
  [71, 'Nog 2 dagen en 23 uur'],
  [48, 'Nog 2 dagen'],
  [47, 'Nog 47 uur'],
  [1, 'Nog 1 uur'],
  [0, 'Nog minder dan een uur'],
  [-1, 'De 72 uur zijn voorbij'],
])('tells %i hours in words', (hours, words) => expect(left(hours, speak('nl'))).toBe(words));
