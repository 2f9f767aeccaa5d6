import type { KnobData } from "./KnobData";
import type { RunData } from "./RunData";

export type FigureData = { example: string, source: string, code: Array<string>, knob: KnobData | null, runs: Array<RunData>, };
