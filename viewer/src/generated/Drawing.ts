export type Drawing = { svg: string | null, x: Array<number>, width: number, height: number, top: number, bottom: number, };
