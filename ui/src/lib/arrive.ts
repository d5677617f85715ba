// Coming to another view of the same page.

/**
 * For the heading of a view: the page begins at its top, and when what was clicked is gone, the keyboard goes on from the
 * heading. Nobody who is elsewhere is called away.
 */
export function arrive(heading: HTMLElement): void {
  const page = heading.closest('main');
  if (page) page.scrollTop = 0;
  const focused = document.activeElement;
  if (focused === null || focused === document.body) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}
