export type DrawingData = { svg: string | null, x: Array<number>, width: number, height: number, top: number, bottom: number, };
