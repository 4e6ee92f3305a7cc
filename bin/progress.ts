/** Runs one step of a longer job, with a line that says what and, when it is over, how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  process.stdout.write(`${label} … `);
  try {
    const result = await work();
    process.stdout.write(`${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
}
