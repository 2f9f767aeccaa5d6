export type StepData = { t: string, text: string, key: string, line: number | null, lines: Array<[number, string]>, };
