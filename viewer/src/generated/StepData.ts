export type StepData = { t: string, text: string, key: string, lines: Array<[number, string]>, };
