// Loads the page again with the reader where they were.

const SCROLL = "tokio-book:scroll";
const AFTER_LOAD_MS = 2_000;

interface Place {
  path: string;
  /** The first block that one sees: its number, how it begins, and how far
   * below the window's edge. Blocks above it may grow after the reload. */
  index: number;
  begins: string;
  top: number;
}

const blocks = (): Element[] =>
  Array.from(document.querySelectorAll("main > *"));

const beginning = (block: Element | undefined): string =>
  block?.textContent?.trim().slice(0, 80) ?? "";

/** Loads the page again; the reader stays where they were. */
export function reload(): void {
  const all = blocks();
  const index = all.findIndex(
    (block) => block.getBoundingClientRect().bottom > 0,
  );
  const block = all[index];
  if (block !== undefined) {
    const { top } = block.getBoundingClientRect();
    const begins = beginning(block);
    const place: Place = { path: location.pathname, index, begins, top };
    try {
      sessionStorage.setItem(SCROLL, JSON.stringify(place));
      // The browser would go to the same number of pixels, after us.
      history.scrollRestoration = "manual";
    } catch {
      // Without storage the browser's own memory of the place must do.
    }
  }
  location.reload();
}

/** After the figures stand: they change how long the page is. `last`: nothing
 * else will. */
export function restoreScroll(last: boolean): void {
  try {
    const stored = sessionStorage.getItem(SCROLL);
    if (stored === null) return;
    if (last) sessionStorage.removeItem(SCROLL);
    // Set back only now: at the load event the browser would still jump.
    setTimeout(() => {
      history.scrollRestoration = "auto";
    }, AFTER_LOAD_MS);
    const place = JSON.parse(stored) as Place;
    const block = find(place);
    if (place.path !== location.pathname || block === undefined) return;
    const { top } = block.getBoundingClientRect();
    scrollTo({ top: scrollY + top - place.top, behavior: "instant" });
  } catch {
    // A place that cannot be read is no place to go to.
  }
}

/** The block of before, or the one that now has its number: the edit that
 * made the page load again may have changed or moved it. */
function find({ index, begins }: Place): Element | undefined {
  const all = blocks();
  let found: Element | undefined;
  let least = Infinity;
  all.forEach((block, at) => {
    const distance = Math.abs(at - index);
    if (distance >= least || beginning(block) !== begins) return;
    found = block;
    least = distance;
  });
  return found ?? all[index];
}

/** How long a page goes on growing above the place that a link led to. */
const GROWS_MS = 8_000;

/** A link to a place of the page leads there, although figures, diagrams and
 * editors above it grow after the jump; until the reader moves by themself. */
export function holdTarget(): void {
  const main = document.querySelector("main");
  if (main === null || !("ResizeObserver" in window)) return;
  let stop = (): void => undefined;
  const hold = (): void => {
    stop();
    const target = targetOf(location.hash);
    if (target === null) return;
    const observer = new ResizeObserver(() => target.scrollIntoView());
    const moves = ["wheel", "touchmove", "pointerdown", "keydown"];
    stop = () => {
      observer.disconnect();
      for (const move of moves) removeEventListener(move, stop);
    };
    for (const move of moves) addEventListener(move, stop, { passive: true });
    setTimeout(stop, GROWS_MS);
    observer.observe(main);
  };
  addEventListener("hashchange", hold);
  // Who comes back is where they were, and not where the link led.
  const [entry] = performance.getEntriesByType("navigation");
  const type = (entry as PerformanceNavigationTiming | undefined)?.type;
  if (type === "navigate") hold();
}

function targetOf(hash: string): HTMLElement | null {
  try {
    // What a figure is asked to show follows its name.
    const [name = ""] = hash.slice(1).split("?");
    return document.getElementById(decodeURIComponent(name));
  } catch {
    return null;
  }
}
