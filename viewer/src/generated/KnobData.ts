export type KnobData = { name: string, label: string, default: number, };
