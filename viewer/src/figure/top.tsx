// Above the drawing: the knob, the axis, and what the run is compared with.

import type { FigureData } from "../generated/FigureData";
import type { Store } from "./store";
import { turn, type Axis } from "./view";
import { peakWords } from "./words";

interface Props {
  id: string;
  data: FigureData;
  store: Store;
}

export function Top(props: Props) {
  const { data } = props;
  const { other } = props.store.view;
  const paired = data.knob === null && other !== null;
  return (
    <div class="tlv-top">
      {data.knob !== null && <Knob {...props} />}
      <div class="tlv-options">
        {data.knob !== null && data.runs.length > 1 && <Compare {...props} />}
        {other === null && <AxisSwitch {...props} />}
        {paired && <span class="tlv-quiet">one ruler for both runs</span>}
      </div>
    </div>
  );
}

function Knob({ id, data, store }: Props) {
  const { view } = store;
  const label = data.knob?.label ?? "";
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
            <b>{run.value}</b> <span class="tlv-total">· {run.total}</span>
            <span class="tlv-unseen">, {peakWords(run)}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

const AXES: readonly Axis[] = ["time", "steps"];

function AxisSwitch({ id, store }: Props) {
  return (
    <div class="tlv-axis" role="radiogroup" aria-label="axis">
      <span class="tlv-label" aria-hidden="true">
        axis:
      </span>
      {AXES.map((axis) => (
        <label>
          <input
            type="radio"
            name={`${id}-axis`}
            autocomplete="off"
            checked={axis === store.view.axis}
            onChange={() => store.set({ ...store.view, axis })}
          />
          <span>{axis}</span>
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
