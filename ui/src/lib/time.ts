// Moments as a teacher says them: today only the hour, else the day too.

/** Days and hours as they are written here: in English too the day comes first, and the clock has 24 hours. */
const locale = (lang: string) => (lang === 'en' ? 'en-GB' : lang);

export function moment(iso: string, lang: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const sameDay = at.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    locale(lang),
    sameDay
      ? { hour: '2-digit', minute: '2-digit' }
      : { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  ).format(at);
}

/** The day, with the year when it is another than this one. */
export function day(iso: string, lang: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale(lang), { day: 'numeric', month: 'long', year }).format(at);
}

/** A moment for an input of type `datetime-local`, in the clock of this computer; empty when there is none. */
export function asInput(iso: string | null): string {
  const at = new Date(iso ?? Number.NaN);
  if (Number.isNaN(at.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  const date = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** RFC 3339 of what such an input holds; null when it is empty or incomplete. */
export function fromInput(value: string): string | null {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
