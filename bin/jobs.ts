/** A running worker; see lib/jobs/worker. */
type Jobs = { stop: () => Promise<void> };

/** How long (ms) jobs under way may take to finish when the process is asked to stop; the next one repeats them. */
const PATIENCE = 2_500;

/** Runs jobs in this process. What they need is loaded only now. */
export async function startJobs(url: string, role: string | undefined): Promise<Jobs> {
  const [{ openDatabase }, { startWorker }, { handlers }] = await Promise.all([
    import("@/lib/db/client"),
    import("@/lib/jobs/worker"),
    import("@/lib/jobs/handlers"),
  ]);
  const db = openDatabase(url, role);
  const worker = await startWorker({ url, role, db, handlers });
  const stop = async () => {
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE).unref());
    await Promise.race([worker.stop().then(() => db.$disconnect()), late]);
  };
  return { stop };
}
