// The first and the last figure of a column.

export interface Vector {
  readonly length: number;
  readonly data: ArrayLike<number>;
}

export function firstOf({ data, length }: Vector): number {
  return length === 0 ? Number.NaN : (data[0] ?? Number.NaN);
}

export function lastOf({ data, length }: Vector): number {
  return data[length - 1] ?? Number.NaN;
}
