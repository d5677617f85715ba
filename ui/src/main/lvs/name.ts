// What a case is called: by its mail's subject, as long as that is there to be read.
import type { CaseLineDto } from '../../bindings/CaseLineDto';
import type { Say } from '../../lib/texts';

export function named(line: CaseLineDto, say: Say): string {
  if (line.subject) return line.subject;
  if (line.gone) return say('move-gone-subject');
  if (line.closed !== null) return say('move-some-subject');
  return say(line.from ? 'card-no-subject' : 'move-looking-subject');
}
