// What a teacher cannot read on the page: what sticks out of it, what is cut off, and a text that is not there.
const wrong = [];
const told = (element) => (element.textContent || element.value || element.className || "").trim().slice(0, 60);
for (const page of document.querySelectorAll("main, nav, .said")) {
  const room = page.getBoundingClientRect();
  for (const element of page.querySelectorAll("*")) {
    if (element.closest(".unseen, details:not([open]) > :not(summary)")) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.right > room.right + 1 || box.left < room.left - 1)) {
      wrong.push(`${element.tagName} sticks out: ${told(element)}`);
    }
    if (/^(BUTTON|LABEL|SUMMARY|P|H1|H2|H3|LI)$/.test(element.tagName) && element.scrollWidth > element.clientWidth + 1) {
      wrong.push(`${element.tagName} is cut off: ${told(element)}`);
    }
  }
}
const ids = document.body.innerText.match(/\b(?:move|wrong|card|category|aid|report|nav|mailbox|received|today)-[a-z][a-z-]+/g);
for (const id of ids ?? []) wrong.push(`no text: ${id}`);
return wrong;
