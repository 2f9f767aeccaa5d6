// The figure's current line in the page's own listings of the same file, as a
// band behind the text: mdBook's highlighter has rewritten the code, so the
// line is found by its height and not by its elements.

import { element } from "../dom";

interface Listing {
  pre: HTMLElement;
  code: HTMLElement;
  first: number;
  last: number;
  band: HTMLElement;
}

export class Bands {
  readonly #listings: Listing[] = [];
  #line: number | null = null;

  constructor(example: string) {
    for (const listing of document.querySelectorAll<HTMLElement>(
      `.listing[data-example="${CSS.escape(example)}"]`,
    )) {
      const code = listing.querySelector<HTMLElement>("pre > code");
      const pre = code?.parentElement;
      const first = Number(listing.dataset["firstLine"] ?? 1);
      if (code == null || pre == null) continue;
      const lines = code.textContent.replace(/\n$/, "").split("\n").length;
      const band = element("div", "tlv-band");
      band.hidden = true;
      pre.classList.add("tlv-linked");
      pre.append(band);
      this.#listings.push({ pre, code, first, last: first + lines - 1, band });
    }
  }

  show(line: number | null): void {
    if (line === this.#line) return;
    this.#line = line;
    for (const { pre, code, first, last, band } of this.#listings) {
      band.hidden = line === null || line < first || line > last;
      if (band.hidden || line === null) continue;
      const style = getComputedStyle(code);
      const height = parseFloat(style.lineHeight);
      const top = parseFloat(style.paddingTop) + (line - first) * height;
      band.style.top = `${code.offsetTop + top}px`;
      band.style.height = `${height}px`;
      // Where a listing shows only a part, the page does not move.
      if (pre.scrollHeight > pre.clientHeight + 1) {
        pre.scrollTop = top - pre.clientHeight / 3;
      }
    }
  }
}
