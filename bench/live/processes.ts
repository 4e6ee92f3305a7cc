import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** A bench process that answers what it is asked, one question at a time. */
export type BenchProcess = {
  /** @throws what the process threw */
  ask<T>(question: object): Promise<T>;
  end(): void;
};

/** Starts `bench/live/<module>` in a process of its own: what measures must not wait for what is measured. */
export function startProcess(module: string): BenchProcess {
  const child: ChildProcess = fork(join(import.meta.dirname, "child.mjs"), [module], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: ["--max-old-space-size=4096"],
  });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const gone = (code: number | null) => reject(new Error(`${module} ended with ${code}`));
        child.once("exit", gone);
        child.once("message", (answer: { value?: never; error?: string }) => {
          child.off("exit", gone);
          if (answer.error === undefined) resolve(answer.value as never);
          else reject(new Error(`${module}: ${answer.error}`));
        });
        child.send(question);
      }),
    end: () => void child.kill("SIGKILL"),
  };
}

/** The other end: answers each question with what `answer` resolves to. */
export function answerWith<Q>(answer: (question: Q) => Promise<unknown>): void {
  process.on("message", (question) => {
    answer(question as Q).then(
      (value) => process.send?.({ value: value ?? null }),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
  process.on("disconnect", () => process.exit());
}

/** Milliseconds since 1970, with fractions; the same in every process of a machine. */
export function instant(): number {
  return performance.timeOrigin + performance.now();
}
