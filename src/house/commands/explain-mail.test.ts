import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { promisify } from "node:util"
import { holdHome } from "#platform"
import { ROOT } from "../../../test/house/source.ts"
import { closeAfterwards } from "../../../test/support/database.ts"
import { newHome } from "../../../test/support/house.ts"

test("a database that came up for a mail to be explained, the house being gone meanwhile, is stopped again", async () => {
  const home = await newHome()
  const held = await holdHome(home)
  closeAfterwards(() => held.letGo())
  const file = join(home, "a.eml")
  await writeFile(file, "From: Ann <ann@example.com>\r\nSubject: Hours\r\n\r\nWhen are you open?\r\n")
  const { DATABASE_URL: _, ...env } = process.env
  await promisify(execFile)(process.execPath, ["--disable-warning=ExperimentalWarning", "src/house/cli.ts", "explain", "mail", file], {
    cwd: ROOT,
    env: { ...env, VIGIE_HOME: home },
  }).catch(() => {}) // an empty database knows no domains
  assert.match(await readFile(join(home, "postgres", "PG_VERSION"), "utf8"), /^\d+/)
  const running = await readFile(join(home, "postgres", "postmaster.pid"), "utf8").catch(() => "")
  if (running) process.kill(Number(running.split("\n")[0]), "SIGQUIT")
  assert.equal(running, "")
})
