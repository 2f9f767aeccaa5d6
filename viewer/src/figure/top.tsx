// Above the drawing: the knob, and what the run is compared with; of a pair,
// which of the two programs is stepped through.

import type { FigureData } from "../generated/FigureData";
import type { Store } from "./store";
import { isPair, turn } from "./view";
import { peakWords } from "./words";

interface Props {
  id: string;
  data: FigureData;
  store: Store;
}

export function Top(props: Props) {
  const { data } = props;
  const pair = isPair(data);
  if (data.knob === null && !pair) return null;
  return (
    <div class="tlv-top">
      <Knob {...props} />
      {!pair && data.runs.length > 1 && <Compare {...props} />}
    </div>
  );
}

function Knob({ id, data, store }: Props) {
  const { view } = store;
  const label = data.knob?.label ?? "code and words of";
  // Where no time passes, a total says nothing.
  const timed = data.runs.some(({ total }) => total !== "0 ms");
  return (
    <div class="tlv-knob" role="radiogroup" aria-label={label}>
      <span class="tlv-label" aria-hidden="true">
        {label}
      </span>
      {data.runs.map((run, index) => (
        <label class="tlv-choice" title={`${run.total}, ${peakWords(run)}`}>
          <input
            type="radio"
            name={`${id}-knob`}
            autocomplete="off"
            checked={index === view.run}
            onChange={() => store.set(turn(data, store.view, index))}
          />
          <span>
            <b>{run.value}</b>
            {timed && <span class="tlv-total"> · {run.total}</span>}
            <span class="tlv-unseen">, {peakWords(run)}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

function Compare({ data, store }: Props) {
  const { view } = store;
  const choose = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    const other = value === "" ? null : Number(value);
    store.set({ ...store.view, other });
  };
  return (
    <label class="tlv-compare">
      <span class="tlv-label">compare with</span>{" "}
      <select autocomplete="off" value={view.other ?? ""} onChange={choose}>
        <option value="">nothing</option>
        {data.runs.map(
          (run, index) =>
            index !== view.run && (
              <option value={index}>
                {run.value} · {run.total}
              </option>
            ),
        )}
      </select>
    </label>
  );
}
