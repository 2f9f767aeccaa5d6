// Two texts at one place, and the tabs that lead from one to the other.

import { element, keepKeys } from "../dom";

let count = 0;

export class Tabs {
  readonly element = element("span", "listing-tabs");
  readonly #tabs: HTMLButtonElement[];
  readonly #panels: HTMLElement[];
  chosen: number;
  onChange: () => void = () => undefined;

  /** The last panel is shown first. */
  constructor(what: string, panels: [label: string, panel: HTMLElement][]) {
    const list = this.element;
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", `The text of ${what}`);
    this.#panels = panels.map(([, panel]) => panel);
    this.#tabs = panels.map(([label, panel], index) => {
      const tab = element("button", "listing-tab", label);
      tab.type = "button";
      tab.id = `tab-${(count += 1)}`;
      tab.setAttribute("role", "tab");
      panel.id = `${tab.id}-panel`;
      tab.setAttribute("aria-controls", panel.id);
      tab.addEventListener("click", () => this.choose(index));
      return tab;
    });
    list.append(...this.#tabs);
    list.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      const last = this.#tabs.length;
      this.choose((this.chosen + by + last) % last);
      this.#tabs[this.chosen]?.focus();
    });
    keepKeys(list);
    this.chosen = panels.length - 1;
    this.choose(this.chosen);
  }

  /** Without tabs the last panel is nothing but a part of the page. */
  show(on: boolean): void {
    this.element.hidden = !on;
    this.#panels.forEach((panel, at) => {
      const named = { role: "tabpanel", "aria-labelledby": this.#tabs[at]?.id };
      for (const [name, value] of Object.entries(named)) {
        if (on && value !== undefined) panel.setAttribute(name, value);
        else panel.removeAttribute(name);
      }
    });
  }

  choose(index: number): void {
    this.chosen = index;
    this.#tabs.forEach((tab, at) => {
      const panel = this.#panels[at];
      tab.setAttribute("aria-selected", String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
      if (panel !== undefined) panel.hidden = at !== index;
    });
    this.onChange();
  }
}
