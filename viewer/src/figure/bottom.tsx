// Below the drawing: the scrubber and the steps around the current one.

import type { FigureData } from "../generated/FigureData";
import type { Store } from "./store";
import { moveTo, runAt, sameInstant } from "./view";
import { difference, runName, stepName } from "./words";

interface Props {
  id: string;
  data: FigureData;
  store: Store;
}

export function Bottom({ id, data, store }: Props) {
  return (
    <>
      {store.view.other !== null && (
        <Difference id={id} data={data} store={store} />
      )}
      <Scrubber id={id} data={data} store={store} />
      <Around id={id} data={data} store={store} />
    </>
  );
}

function Scrubber({ id, data, store }: Props) {
  const { view } = store;
  const run = runAt(data, view.run);
  const count = run.steps.length;
  const go = (step: number): void => store.set(moveTo(data, store.view, step));
  const atStart = view.step === 0;
  const atEnd = view.step >= count - 1;
  return (
    <div class="tlv-scrubber">
      {/* aria-disabled, not disabled: the focus stays where it is. */}
      <button
        type="button"
        class="tlv-button"
        aria-disabled={atStart}
        onClick={() => go(store.view.step - 1)}
      >
        <span aria-hidden="true">←</span> back
      </button>
      <button
        type="button"
        class="tlv-button"
        aria-disabled={atEnd}
        onClick={() => go(store.view.step + 1)}
      >
        next <span aria-hidden="true">→</span>
      </button>
      <input
        type="range"
        autocomplete="off"
        id={`${id}-scrubber`}
        aria-label="Step"
        aria-valuetext={stepName(run, view.step)}
        min={1}
        max={count}
        value={view.step + 1}
        onInput={(event) => go(event.currentTarget.valueAsNumber - 1)}
      />
      <span class="tlv-count" aria-hidden="true">
        step {view.step + 1} of {count}
      </span>
    </div>
  );
}

/** How many steps stand before and after the current one. */
const REACH = 1;

function Around({ data, store }: Props) {
  const { view } = store;
  const run = runAt(data, view.run);
  const last = run.steps.length - 1;
  // Always the same number of rows, so that nothing below them moves.
  const first = Math.max(0, Math.min(view.step - REACH, last - 2 * REACH));
  const rows = run.steps.slice(first, first + 2 * REACH + 1);
  return (
    <ol class="tlv-steps" start={first + 1}>
      {rows.map((step, offset) => {
        const index = first + offset;
        return (
          <li
            aria-current={index === view.step ? "step" : undefined}
            onClick={() => store.set(moveTo(data, store.view, index))}
          >
            <span class="tlv-n">{index + 1}</span>
            <span class="tlv-t">{step.t}</span>
            <span class="tlv-text">{step.text}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Difference({ data, store }: Props) {
  const { view } = store;
  if (view.other === null) return null;
  const { step, sentence } = difference(data, view.run, view.other);
  const other = runAt(data, view.other);
  const instant = sameInstant(data, view, view.other);
  return (
    <div class="tlv-difference">
      <p>
        {sentence}
        {step !== null && (
          <>
            {" "}
            <button
              type="button"
              class="tlv-link"
              onClick={() => store.set(moveTo(data, store.view, step))}
            >
              go to step {step + 1}
            </button>
          </>
        )}
      </p>
      <p class="tlv-quiet">
        At this instant in {runName(data, view.other)}:{" "}
        {stepName(other, instant)}
      </p>
    </div>
  );
}
