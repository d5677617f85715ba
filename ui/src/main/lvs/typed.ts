// What was typed into a note, for as long as the window is open: a page that is left and come back to still has it.
// It stands in memory only, and is forgotten once the case is closed.

const notes = new Map<number, string>();

export const typed = (id: number) => notes.get(id);
export const remember = (id: number, text: string) => void notes.set(id, text);
export const forget = (id: number) => void notes.delete(id);
