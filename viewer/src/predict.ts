// Predict questions: the first answer that the reader opens is their choice.
// It is marked in words, remembered, and said politely.

import { element, memory } from "./dom";

export function mountPredict(section: HTMLElement): void {
  const id = section.dataset["predict"];
  const choices = Array.from(
    section.querySelectorAll<HTMLDetailsElement>("details.predict-choice"),
  );
  if (id === undefined || choices.length === 0) return;
  const status = element("p", "tlv-unseen");
  status.setAttribute("role", "status");
  const again = element("button", "book-link", "Ask me again");
  again.type = "button";
  const foot = element("p", "predict-foot");
  foot.append(again);
  section.append(foot, status);

  const marks = choices.map((choice) => {
    const mark = element("span", "predict-mark");
    choice.querySelector("summary")?.append(" ", mark);
    return mark;
  });
  const key = `predict:${id}`;
  let chosen = remembered(memory.get(key), choices.length);

  const draw = (): void => {
    foot.hidden = chosen === null;
    choices.forEach((choice, index) => {
      const mark = marks[index];
      const known = chosen !== null && (index === chosen || choice.open);
      choice.classList.toggle("predict-known", known);
      if (mark === undefined) return;
      mark.textContent = known ? words(isRight(choice), index === chosen) : "";
    });
  };
  choices.forEach((choice, index) => {
    choice.addEventListener("toggle", () => {
      if (choice.open && chosen === null) {
        chosen = index;
        memory.set(key, String(index));
        status.textContent = isRight(choice)
          ? "Right."
          : "Not right. The explanation is open.";
      }
      draw();
    });
  });
  again.addEventListener("click", () => {
    chosen = null;
    memory.set(key, null);
    for (const choice of choices) choice.open = false;
    status.textContent = "";
    draw();
    choices[0]?.querySelector("summary")?.focus();
  });
  draw();
}

function isRight(choice: HTMLElement): boolean {
  return choice.dataset["right"] === "true";
}

function words(right: boolean, chosen: boolean): string {
  const verdict = right ? "✓ right" : "✕ not right";
  return chosen ? `${verdict}, your answer` : verdict;
}

/** A stored index, unless the question has changed since. */
export function remembered(
  stored: string | null,
  count: number,
): number | null {
  if (stored === null || stored === "") return null;
  const index = Number(stored);
  return Number.isInteger(index) && index >= 0 && index < count ? index : null;
}
