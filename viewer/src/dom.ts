// Small helpers for pages that were written elsewhere.

/** A new element with a class. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  if (text !== "") made.textContent = text;
  return made;
}

/** Runs `enhance` on each element; one that fails leaves the others alone. */
export function each(
  root: ParentNode,
  selector: string,
  enhance: (found: HTMLElement) => void,
): void {
  for (const found of root.querySelectorAll<HTMLElement>(selector)) {
    try {
      enhance(found);
    } catch (error) {
      // The static page stays as it is, and says the same.
      console.error(`viewer: ${selector}`, error);
    }
  }
}

/** mdBook turns pages on arrow keys and searches on letters; not from here. */
export function keepKeys(root: HTMLElement): void {
  root.addEventListener("keydown", (event) => event.stopPropagation());
}

/** What the reader allowed to be remembered; silent when storage is closed. */
export const memory = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(`tokio-book:${key}`);
    } catch {
      return null;
    }
  },
  set(key: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(`tokio-book:${key}`);
      else localStorage.setItem(`tokio-book:${key}`, value);
    } catch {
      // Private windows may refuse; the page works without.
    }
  },
};
