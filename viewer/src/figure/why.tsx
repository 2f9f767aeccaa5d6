// The answer to "why here?": what it is, and each cause behind it as a step
// that can be pressed.

import type { Chain } from "./causes";
import type { FigureData } from "../generated/FigureData";
import { runAt } from "./view";

interface Props {
  data: FigureData;
  chain: Chain;
  /** The step that is shown now. */
  step: number;
  go(step: number): void;
  close(): void;
}

export function Why({ data, chain, step, go, close }: Props) {
  const run = runAt(data, chain.run);
  return (
    <div class="tlv-why" role="group" aria-label="Why here?">
      <p class="tlv-why-head">
        <b>Why here?</b>
        <button type="button" class="tlv-link" onClick={close}>
          close
        </button>
      </p>
      <ol>
        {chain.links.map((link) => (
          <li>
            <button
              type="button"
              class="tlv-cause"
              aria-current={link.step === step ? "step" : undefined}
              onClick={() => go(link.step)}
            >
              <span class="tlv-n">{link.step + 1}</span>
              <span class="tlv-t">{run.steps[link.step]?.t}</span>
              <span class="tlv-text">{link.text}</span>
            </button>
          </li>
        ))}
      </ol>
      {chain.end !== "" && <p class="tlv-quiet">{chain.end}</p>}
    </div>
  );
}

/** The chain in words, for who cannot see it. */
export function whyWords({ links, end }: Chain): string {
  return `Why here? ${links.map(({ text }) => text).join("; ")}. ${end}`;
}
