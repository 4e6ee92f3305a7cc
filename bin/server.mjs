// The web server, as a child of `stet start`: Next in a process of its own, so that nothing of the command's
// (TypeScript hooks, signal handlers) reaches it. It ends when its parent says so, or is gone.
import { createServer } from "node:http";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";

/** Requests under way get this long (ms) to finish; streams never do, and their clients resume. */
const GRACE = 800;

const { PORT, HOST, NODE_ENV } = process.env;
const port = Number(PORT);
const app = next({
  dev: NODE_ENV === "development",
  dir: dirname(dirname(fileURLToPath(import.meta.url))),
  hostname: HOST,
  port,
});

let stopping = false;
const server = createServer();
const stop = () => {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE);
  setTimeout(() => process.exit(0), 2 * GRACE);
};
process.on("disconnect", stop);
process.on("message", (message) => message === "stop" && stop());
process.on("SIGTERM", stop);
// Ctrl-C reaches the whole group: the parent decides, so that the database outlives its last user.
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});

await app.prepare();
const handle = app.getRequestHandler();
const upgrade = app.getUpgradeHandler();
// Handlers see no socket: lib/auth/address.ts reads the caller's address here.
process.env.STET_MARKS_PEERS = "1";
server.on("request", (request, response) => {
  request.headers["x-stet-peer"] = request.socket.remoteAddress ?? "";
  return handle(request, response);
});
server.on("upgrade", (request, socket, head) => upgrade(request, socket, head));
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port, HOST, () => process.send?.("ready"));
