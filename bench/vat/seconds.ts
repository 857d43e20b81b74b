/** What some work gave, and how many seconds it took. */
export function seconds<T>(work: () => T): readonly [value: T, seconds: number] {
  const start = performance.now();
  const value = work();
  return [value, (performance.now() - start) / 1_000];
}

export async function secondsOf<T>(work: () => Promise<T>): Promise<readonly [value: T, seconds: number]> {
  const start = performance.now();
  const value = await work();
  return [value, (performance.now() - start) / 1_000];
}
