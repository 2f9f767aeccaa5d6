// What the program prints: what it has printed by now, and, pale, what is to
// come.

import type { FigureData } from "../generated/FigureData";
import type { Store } from "./store";
import { range, runAt } from "./view";

interface Props {
  data: FigureData;
  store: Store;
}

export function Printed({ data, store }: Props) {
  const { view } = store;
  const run = runAt(data, view.run);
  const { from, to } = range(data, view);
  const lines = run.steps.flatMap(({ out }, step) =>
    out === undefined ? [] : out.split("\n").map((text) => ({ step, text })),
  );
  if (lines.length === 0) return null;
  const kind = (step: number): string => {
    if (view.whole || step < from) return "";
    return step > to ? "tlv-later" : "tlv-now";
  };
  return (
    <div class="tlv-printed">
      <p class="tlv-label">Printed</p>
      <ol>
        {lines.map(({ step, text }) => (
          <li class={kind(step)}>{text === "" ? "\u00a0" : text}</li>
        ))}
      </ol>
    </div>
  );
}
