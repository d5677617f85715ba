// How long it still is, in words a teacher would use.
import type { Say } from '../../lib/texts';

const DAY = 24;

/** Two days and more are told in days and hours, less in hours. */
export function left(hours: number, say: Say): string {
  if (hours < 0) return say('wrong-past');
  if (hours < 1) return say('wrong-left-hour');
  if (hours < 2 * DAY) return say('wrong-left-hours', { hours });
  const days = Math.floor(hours / DAY);
  const rest = hours % DAY;
  return rest === 0 ? say('wrong-left-days', { days }) : say('wrong-left-days-hours', { days, hours: rest });
}
