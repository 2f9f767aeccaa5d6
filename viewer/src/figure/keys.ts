// Keys that drive a figure: wherever the pointer or the focus was last in one,
// arrows step, Home and End go to its ends, digits turn its knob.
//
// On a page with a figure the arrow keys turn no page: who steps past the last
// step, or beside the figure, does not want to be in another chapter. mdBook
// listens at the document; what must not reach it ends at the body.

/** What a key does in a figure; false: nothing, and the browser may act. */
export interface Steer {
  by(steps: number): void;
  ends(last: boolean): void;
  turn(digit: string): boolean;
}

const figures = new Map<HTMLElement, Steer>();
let last: HTMLElement | null = null;
let listening = false;

/** Returns what to call when the figure leaves the page. */
export function steerWithKeys(figure: HTMLElement, steer: Steer): () => void {
  figures.set(figure, steer);
  // A click on the drawing or on a word takes the focus into the figure.
  figure.tabIndex = -1;
  for (const event of ["pointerenter", "pointerdown", "focusin"]) {
    figure.addEventListener(event, () => (last = figure));
  }
  listen();
  return () => {
    figures.delete(figure);
    if (last === figure) last = null;
  };
}

function listen(): void {
  if (listening) return;
  listening = true;
  document.body.addEventListener("keydown", pressed);
  // What mdBook says of these keys is not so on this page.
  for (const link of document.querySelectorAll("[aria-keyshortcuts]")) {
    const keys = link.getAttribute("aria-keyshortcuts") ?? "";
    if (/^(Left|Right)$/.test(keys)) link.removeAttribute("aria-keyshortcuts");
  }
  const help = document.querySelector("#mdbook-help-popup p");
  if (help?.textContent.includes("chapters") === true) {
    help.innerHTML =
      "Press <kbd>←</kbd> or <kbd>→</kbd> to step in the figure that you " +
      "pointed at last";
  }
}

function pressed(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const inside = target?.closest("figure.tl") ?? null;
  const arrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
  // Inside of a figure mdBook's other keys are quiet too.
  if (arrow || inside !== null) event.stopPropagation();
  const { altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return;
  if (target === null || hasKeysOfItsOwn(target, event.key)) return;
  const figure = last;
  if (figure === null || !inSight(figure)) return;
  const steer = figures.get(figure);
  if (steer !== undefined && act(event.key, figure, steer)) {
    event.preventDefault();
  }
}

function act(key: string, figure: HTMLElement, steer: Steer): boolean {
  if (key === "ArrowLeft" || key === "ArrowRight") {
    steer.by(key === "ArrowLeft" ? -1 : 1);
    return true;
  }
  if (key === "Home" || key === "End") {
    // Elsewhere they belong to the page.
    const here = figure.matches(":hover, :focus-within");
    if (here) steer.ends(key === "End");
    return here;
  }
  return /^[1-9]$/.test(key) && steer.turn(key);
}

/** Fields, what turns with arrows itself, what scrolls beside a figure. */
function hasKeysOfItsOwn(target: Element, key: string): boolean {
  const field = target.closest("input, select, textarea, [contenteditable]");
  if (field !== null) {
    // The scrubber and the knob: a digit means nothing to them.
    const dull = field.matches("figure.tl :is([type=range], [type=radio])");
    return !(dull && /^[1-9]$/.test(key));
  }
  const focusable = target.closest("[tabindex='0'], [role=tab]");
  return focusable !== null && focusable.closest("figure.tl") === null;
}

function inSight(figure: HTMLElement): boolean {
  const { top, bottom } = figure.getBoundingClientRect();
  return figure.checkVisibility() && bottom > 0 && top < innerHeight;
}

/** The run that a digit names: by its value where values are digits, else by
 * its place. */
export function runOfDigit(
  values: readonly (string | null)[],
  digit: string,
): number | null {
  const byValue = values.some((value) => /^[1-9]$/.test(value ?? ""));
  const found = byValue ? values.indexOf(digit) : Number(digit) - 1;
  return found >= 0 && found < values.length ? found : null;
}
