import { progress } from "./report.ts"

/** The benchmarks by name: `npm run bench -- desk`. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  desk: async () => (await import("./desk.ts")).desk(),
  "desk-ui": async () => (await import("./desk-ui.ts")).deskUi(),
  intake: async () => (await import("./intake.ts")).intake(),
  figures: async () => (await import("./figures.ts")).figures(),
  history: async () => (await import("./history.ts")).history(),
  match: async () => (await import("./match.ts")).match(),
  surge: async () => (await import("./surge.ts")).surge(),
  stories: async () => (await import("./stories.ts")).stories(),
  heard: async () => (await import("./heard.ts")).heard(),
  feeds: async () => (await import("./feeds.ts")).feeds(),
  idle: async () => (await import("./idle.ts")).idle(),
}

const name = process.argv[2] ?? ""
const bench = BENCHES[name]
if (bench) await bench()
else {
  progress(`Name one of: ${Object.keys(BENCHES).join(", ")}. For example: npm run bench -- desk`)
  process.exitCode = 2
}
