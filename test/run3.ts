import { run } from "node:test"
import { join } from "node:path"
import { ROOT } from "./house/source.ts"
import { startTestServer } from "./support/server.ts"
const server = await startTestServer()
process.env["VIGIE_TEST_PG"] = server.host
const durations: [number, string][] = []
for await (const event of run({ files: process.argv.slice(2).map((f) => join(ROOT, f)), concurrency: 2, isolation: "process" }))
  if (event.type === "test:pass" || event.type === "test:fail")
    durations.push([event.data.details.duration_ms, `${event.type} ${event.data.name}`])
durations.sort((a, b) => b[0] - a[0])
let sum = 0
for (const [ms] of durations) sum += ms
console.log(durations.length, sum)
for (const [ms, name] of durations.slice(0, 60)) console.log(Math.round(ms), name)
await server.stop()
