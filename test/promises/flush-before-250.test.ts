import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { lacking } from "../support/programs.ts"
import { prepare } from "../torture/kept.ts"
import { withPlace } from "../torture/place.ts"
import { handOver } from "../torture/smtp-client.ts"
import { type Place, Victim } from "../torture/victim.ts"

const CALLS = "trace=fsync,fdatasync,rename,renameat,renameat2,write,writev,sendto"

test("the file is flushed, named, and its folder flushed before 250 is said", { skip: lacking("strace") }, async () => {
  await withPlace({}, async (place) => {
    await prepare(place)
    const victim = await Victim.start(place, null)
    const calls = await watch(place, victim, async () => {
      const bytes = Buffer.from("From: ines@okafor.example\r\nSubject: hello\r\n\r\nhello")
      assert.match(await handOver(place.smtp, { from: "ines@okafor.example", to: "care@shop.example", bytes }), /^250/)
    })
    await victim.stop()
    const steps = calls.flatMap((call) => step(call) ?? [])
    const first = ["file flushed", "named", "folder flushed", "said 250"].map((name) => steps.indexOf(name))
    // The last 250 is the one after the data; the ones before it answer commands.
    first[3] = steps.lastIndexOf("said 250")
    assert.ok(
      first.every((at) => at >= 0),
      steps.join(", "),
    )
    assert.deepEqual(
      first,
      first.toSorted((a, b) => a - b),
      steps.join(", "),
    )
  })
})

function step(call: string): string | null {
  if (/f(data)?sync\(\d+<[^>]*\/spool\/part\//.test(call)) return "file flushed"
  if (/rename\w*\(.*\/spool\/part\/.*\/spool\/new\//.test(call)) return "named"
  if (/f(data)?sync\(\d+<[^>]*\/spool\/new>/.test(call)) return "folder flushed"
  if (/(write|writev|sendto)\(\d+<.*"250[ -]/.test(call)) return "said 250"
  return null
}

/** The system calls of a process, in the order in which they ended. */
async function watch(place: Place, victim: Victim, during: () => Promise<void>): Promise<string[]> {
  const file = join(place.home, "calls.txt")
  const tracer = spawn("strace", ["-f", "-y", "-s", "200", "-e", CALLS, "-o", file, "-p", String(victim.pid)], {
    stdio: ["ignore", "ignore", "pipe"],
  })
  for await (const text of tracer.stderr) if (String(text).includes("attached")) break
  await during()
  const gone = once(tracer, "exit")
  tracer.kill("SIGINT")
  await gone
  return joined((await readFile(file, "utf8")).split("\n"))
}

/** A call that another thread interrupts is written in two; its end is what counts. */
function joined(lines: readonly string[]): string[] {
  const begun = new Map<string, string>()
  return lines.flatMap((line) => {
    const [, pid = "", call = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (call.endsWith("<unfinished ...>")) {
      begun.set(pid, call.replace(" <unfinished ...>", ""))
      return []
    }
    return [call.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(pid) ?? "")]
  })
}
