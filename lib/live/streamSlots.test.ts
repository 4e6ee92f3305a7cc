import { expect, test, vi } from "vitest";
import type { Entry } from "@/lib/journal/entries";
import { slottedOpen } from "./streamSlots";

const quiet = () => new Promise((resolve) => setTimeout(resolve, 0));
const entry = (seq: number) => ({ seq }) as Entry;

function browser(slots: number) {
  let free = slots;
  const opened: string[] = [];
  const closed = vi.fn();
  const timers = new Set<() => void>();
  const pages: Entry[] = [];
  const open = slottedOpen({
    take: async () => {
      if (free === 0) return null;
      free -= 1;
      return () => {
        free += 1;
      };
    },
    stream(url) {
      opened.push(url);
      return { addEventListener() {}, close: closed };
    },
    readPage: async (url) => {
      const after = Number(url.split("=")[1]);
      return { items: pages.filter(({ seq }) => seq > after), next: null };
    },
    every(_ms, work) {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
  const tick = async () => {
    for (const work of [...timers]) work();
    await quiet();
  };
  return { open, opened, closed, pages, tick };
}

test("without a slot news is asked for; once one is free, the stream goes on after the last entry", async () => {
  const { open, opened, pages, tick } = browser(1);
  const first = open("/events?after=0");
  await quiet();
  expect(opened).toEqual(["/events?after=0"]);
  const heard: unknown[] = [];
  const second = open("/events?after=3");
  second.addEventListener("open", () => heard.push("open"));
  second.addEventListener("entry", (event) =>
    heard.push(JSON.parse((event as MessageEvent<string>).data).seq),
  );
  pages.push(entry(3), entry(4), entry(5));
  await quiet();
  await tick();
  expect(heard).toEqual(["open", 4, 5]);
  first.close();
  await tick();
  expect(opened).toEqual(["/events?after=0", "/events?after=5"]);
  pages.push(entry(6));
  await tick();
  expect(heard).toEqual(["open", 4, 5]);
});

test("closing while waiting for a slot gives it back", async () => {
  const { open, opened } = browser(1);
  open("/events?after=0").close();
  await quiet();
  open("/events?after=1");
  await quiet();
  expect(opened).toEqual(["/events?after=1"]);
});
