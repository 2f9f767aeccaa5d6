import type { Drawing } from "./Drawing";
import type { StepData } from "./StepData";

export type RunData = { value: string | null, total: string, peak: number, steps: Array<StepData>, time: Drawing, steps_axis: Drawing, ruler: Drawing, };
