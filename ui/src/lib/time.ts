// Moments as a teacher says them: today only the hour, else the day too.

export function moment(iso: string, lang: string, now = new Date()): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const sameDay = at.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    lang,
    sameDay
      ? { hour: '2-digit', minute: '2-digit' }
      : { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  ).format(at);
}

export function day(iso: string, lang: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long' }).format(at);
}
