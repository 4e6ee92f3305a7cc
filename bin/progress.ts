/** Runs one step of a longer job, with a line beforehand that says what; children may print lines of their own. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  console.log(`${label} …`);
  return work();
}
