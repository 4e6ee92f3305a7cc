import { Server } from "@hocuspocus/server";
import { answerWith } from "@/bench/live/processes";

/** Hocuspocus as it comes, without storage: it keeps documents in memory only, which Stet does not. */
answerWith(async () => {
  const server = new Server({ port: 0, address: "127.0.0.1", quiet: true, stopOnSignals: false });
  await server.listen(0);
  return server.address.port;
});
