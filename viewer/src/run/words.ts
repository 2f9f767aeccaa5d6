// How a run ended, in words.

import type { RunEvent } from "../server/types";

type Ended = Extract<RunEvent, { kind: "ended" }>;

export function endWords({ why, code, ms }: Ended): string {
  switch (why) {
    case "exit":
      // Not how long it took: building it is part of that time, and the
      // program's own output says what the chapter talks about.
      return code === null
        ? "Ended by a signal."
        : `Ended with exit code ${code}.`;
    case "stopped":
      return `Stopped after ${duration(ms)}.`;
    case "timeout":
      return `Stopped by the server: still running after ${duration(ms)}.`;
    case "output-limit":
      return "Stopped by the server: it printed more than a page can show.";
    case "memory":
      return "Ended: it took more memory than a run may.";
    case "processes":
      return "Ended: it was more processes than a run may be.";
    case "file-limit":
      return "Ended: it wrote a file that is longer than a run may write.";
    case "build-failed":
      return "It does not compile.";
    default:
      // A newer server knows more ends than this page.
      return `Ended: ${String(why).replaceAll("-", " ")}.`;
  }
}

export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
