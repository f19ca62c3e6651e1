import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { readdir, readFile, readlink, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { closeAfterwards } from "../support/database.ts"
import { ROOT } from "../house/source.ts"
import { newHome, runVigie, startHouse, until } from "../support/house.ts"

/* Several processes on one data folder with its own database, started at the same moment. */
const home = await newHome()
const env = { PATH: process.env["PATH"], VIGIE_HOME: home, VIGIE_MIN_FREE_MB: "10" }
const token = (name: string) => runVigie(env, ["token", "add", "--name", name, "--role", "observer"])
const pidFile = join(home, "postgres", "postmaster.pid")
const postmaster = () => readFile(pidFile, "utf8").catch(() => null)

test("two commands at once on a fresh folder both do their work, and the last to leave stops the database", async () => {
  const [one, two] = await Promise.all([token("Ines"), token("Amadou")])
  assert.deepEqual([one.code, two.code], [0, 0], one.err + two.err)
  assert.equal(await postmaster(), null)
  const house = await startHouse({ embedded: true, home })
  for (const { out } of [one, two]) assert.equal((await house.api("/api/cases", { token: out.trim() })).status, 200)
  await house.stop()
})

test("of two starts at once one opens the house and the other says so; a command beside them disturbs neither", async () => {
  const starts = [startHouse({ embedded: true, home }), startHouse({ embedded: true, home })] as const
  const command = token("Camille")
  const [house, more] = (await Promise.allSettled(starts)).flatMap((start) => (start.status === "fulfilled" ? [start.value] : []))
  assert.ok(house && !more, "one of them opens")
  const refused = await Promise.any(starts.map((start) => start.then(() => Promise.reject(new Error("it opened")), String)))
  assert.match(refused, /already running/)
  const { code, out, err } = await command
  assert.equal(code, 0, err)
  assert.equal((await house.api("/api/cases", { token: out.trim() })).status, 200)
  assert.equal((await house.api("/api/health")).status, 200)
  await house.stop()
  assert.equal(await postmaster(), null)
})

test("a number that another program got after a power cut isn't taken for the database", async () => {
  await writeFile(pidFile, `${process.pid}\n${join(home, "postgres")}\n1700000000\n5432\n\n\n  5432001   1\n`)
  const { code, err } = await token("Rose")
  assert.equal(code, 0, err)
})

test("Ctrl-C at whatever moment of a first start ends it, and leaves nothing running", async () => {
  const moments: [string, string][] = [
    ["the database folder is being made", "postgres.part"],
    ["the database starts", "postgres/postmaster.pid"],
    ["it has started, and the house opens", "run/.s.PGSQL.5432"],
  ]
  for (const [moment, mark] of moments) {
    const fresh = await newHome()
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(ROOT, "src/main.ts")], {
      env: { ...env, VIGIE_HOME: fresh, VIGIE_HTTP: "127.0.0.1:0", VIGIE_SMTP: "127.0.0.1:0", VIGIE_DNS: "offline", VIGIE_LOG: "error" },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let said = ""
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (said += part))
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve))
    closeAfterwards(async () => void child.kill("SIGKILL"))
    await until(moment, async () => existsSync(join(fresh, mark)) || child.exitCode !== null, 60_000, 5)
    child.kill("SIGINT")
    child.kill("SIGINT") // npm hands the terminal's on a second time
    assert.equal(await ended, 0, `${moment}: ${said}`)
    assert.match(said, /^\s*Closing…\s*$/, moment)
    assert.deepEqual(await workingIn(fresh), [], moment)
  }
})

/** Processes whose working folder lies in this one. */
async function workingIn(folder: string): Promise<string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name))
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => "")))
  return pids.filter((_, n) => places[n]!.startsWith(folder))
}
