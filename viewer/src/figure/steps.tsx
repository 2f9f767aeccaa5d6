// Below the drawing: the parts around the current one in words. The current
// one can be opened into its steps.

import type { FigureData } from "../generated/FigureData";
import type { Store } from "./store";
import {
  isPair,
  moveTo,
  moveToPart,
  partOf,
  rangeOfPart,
  runAt,
  sameInstant,
  unfold,
} from "./view";
import { difference, runName, stepName } from "./words";

interface Props {
  data: FigureData;
  store: Store;
}

export function Steps(props: Props) {
  return (
    <>
      {props.store.view.other !== null && <Difference {...props} />}
      <Around {...props} />
    </>
  );
}

/** How many parts stand before and after the current one. */
const REACH = 1;

function Around({ data, store }: Props) {
  const { view } = store;
  const run = runAt(data, view.run);
  const now = view.whole ? -1 : partOf(run, view.step);
  const last = run.story.length - 1;
  // Always the same number of rows, so that nothing below them moves.
  const first = Math.max(0, Math.min(now - REACH, last - 2 * REACH));
  const rows = run.story.slice(first, first + 2 * REACH + 1);
  return (
    <ol class="tlv-steps">
      {rows.map(([to, text], offset) => {
        const part = first + offset;
        const { from } = rangeOfPart(run, part);
        const here = part === now;
        const opened = here && view.open;
        return (
          <li aria-current={here && !opened ? "step" : undefined}>
            <div
              class="tlv-part"
              onClick={() => store.set(moveToPart(data, store.view, part))}
            >
              <span class="tlv-n">
                {from === to ? to + 1 : `${from + 1}–${to + 1}`}
              </span>
              <span class="tlv-t">{run.steps[to]?.t}</span>
              <span class="tlv-text">{text}</span>
              {from < to && (
                <Opener
                  opened={opened}
                  count={to - from + 1}
                  press={() => {
                    const there = here
                      ? store.view
                      : moveToPart(data, store.view, part);
                    store.set(unfold(data, there));
                  }}
                />
              )}
            </div>
            {opened && <Opened {...{ data, store, from, to }} />}
          </li>
        );
      })}
    </ol>
  );
}

interface OpenerProps {
  opened: boolean;
  count: number;
  press(): void;
}

function Opener({ opened, count, press }: OpenerProps) {
  return (
    <button
      type="button"
      class="tlv-link tlv-open"
      aria-expanded={opened}
      onClick={(event) => {
        event.stopPropagation();
        press();
      }}
    >
      {opened ? "close" : `${count} steps`}
    </button>
  );
}

interface OpenedProps extends Props {
  from: number;
  to: number;
}

function Opened({ data, store, from, to }: OpenedProps) {
  const { view } = store;
  const run = runAt(data, view.run);
  return (
    <ol class="tlv-opened">
      {run.steps.slice(from, to + 1).map(({ text }, offset) => {
        const index = from + offset;
        return (
          <li
            aria-current={index === view.step ? "step" : undefined}
            onClick={() => store.set(moveTo(data, store.view, index))}
          >
            <span class="tlv-n">{index + 1}</span>
            <span class="tlv-text">{text}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Difference({ data, store }: Props) {
  const { view } = store;
  if (view.other === null) return null;
  // Of a pair the one above comes first, whichever is stepped through.
  const [one, two] = isPair(data) ? [0, 1] : [view.run, view.other];
  const { step, sentence } = difference(data, one, two);
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
      {!view.whole && (
        <p class="tlv-quiet">
          At this instant in {runName(data, view.other)}:{" "}
          {stepName(other, instant)}
        </p>
      )}
    </div>
  );
}
