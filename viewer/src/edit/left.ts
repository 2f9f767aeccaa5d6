// What earlier pages have left in the browser, when an editor opens.

import type { Draft, Drafts } from "./drafts";
import type { Backend, Saver } from "./saver";
import * as words from "./words";

type Tell = (text: string) => void;

/** The newest text, if it is not the file's. Only what was typed since the
 * server was started is saved unasked. */
export function show(
  draft: Draft,
  saver: Saver,
  text: string,
  drafts: Drafts,
  tell: Tell,
): void {
  const drop = (): void => drafts.drop(draft.key);
  if (draft.text === text) return drop();
  if (draft.from === "now") {
    saver.restore(draft.text, draft.base);
    drop();
    return tell(words.RESTORED);
  }
  saver.hold(draft.text, draft.base, drop);
  tell(draft.from === "earlier" ? words.EARLIER : words.UNKNOWN);
}

/** Older ones: nobody can edit two texts at once. What nobody has signed stays
 * where it is, to be looked at. */
export async function setAside(
  others: readonly Draft[],
  saver: Saver,
  backend: Backend,
  drafts: Drafts,
  tell: Tell,
): Promise<void> {
  for (const { key, text, from } of others) {
    if (from === "unknown") continue;
    try {
      if (text !== saver.text) {
        const kept = await backend.keep(text);
        tell(`Another text that was not saved was kept in ${kept}.`);
      }
      drafts.drop(key);
    } catch {
      // It stays a draft, for the next time.
    }
  }
}
