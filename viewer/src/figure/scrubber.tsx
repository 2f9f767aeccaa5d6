// Above the drawing: back, next, play, and every step on a slider.

import type { FigureData } from "../generated/FigureData";
import type { Player } from "./player";
import type { Store } from "./store";
import { moveBy, moveTo, runAt } from "./view";
import { place, shownName } from "./words";

interface Props {
  id: string;
  data: FigureData;
  store: Store;
  player: Player;
  /** Asks why it is as it is shown. */
  ask(): void;
  /** Copies a link to what is shown. */
  share(): void;
}

export function Scrubber({ id, data, store, player, ask, share }: Props) {
  const { view } = store;
  const run = runAt(data, view.run);
  const by = (steps: number) => () => {
    player.stop();
    store.set(moveBy(data, store.view, steps));
  };
  const stuck = (steps: number): boolean => moveBy(data, view, steps) === view;
  return (
    <div class="tlv-scrubber">
      {/* aria-disabled, not disabled: the focus stays where it is. */}
      <button
        type="button"
        class="tlv-button"
        aria-disabled={stuck(-1)}
        onClick={by(-1)}
      >
        <span aria-hidden="true">←</span> back
      </button>
      <button
        type="button"
        class="tlv-button tlv-next"
        aria-disabled={stuck(1)}
        onClick={by(1)}
      >
        next <span aria-hidden="true">→</span>
      </button>
      <button
        type="button"
        class="tlv-button tlv-play"
        aria-pressed={player.playing}
        onClick={() => player.toggle()}
      >
        <span aria-hidden="true">{player.playing ? "❚❚" : "▶"}</span> play
      </button>
      <button
        type="button"
        class="tlv-button tlv-speed"
        aria-label={`speed: ${player.speed} times`}
        onClick={() => player.faster()}
      >
        {player.speed}×
      </button>
      <input
        type="range"
        autocomplete="off"
        id={`${id}-scrubber`}
        aria-label="Step"
        aria-valuetext={shownName(data, view)}
        min={1}
        max={run.steps.length}
        value={view.step + 1}
        onInput={(event) => {
          player.stop();
          const step = event.currentTarget.valueAsNumber - 1;
          store.set(moveTo(data, store.view, step));
        }}
      />
      <span class="tlv-count" aria-hidden="true">
        {place(data, view)}
      </span>
      <button type="button" class="tlv-link tlv-ask" onClick={ask}>
        why here?
      </button>
      <button
        type="button"
        class="tlv-link tlv-share"
        title="Copy a link to this step"
        onClick={share}
      >
        link
      </button>
    </div>
  );
}
