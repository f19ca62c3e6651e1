import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { AlreadyRunning, HalfRestored, holdHome, isHeld, openHome, RESTORING } from "#platform"
import { tryHold } from "./file-lock.ts"

const withHome = async (use: (home: string) => Promise<void>) => {
  const home = await mkdtemp(join(tmpdir(), "home-"))
  try {
    await use(home)
  } finally {
    await rm(home, { recursive: true })
  }
}

test("a folder is held by one server, which bears being asked by people who don't wait for the answer", async () => {
  await withHome(async (home) => {
    assert.equal(await isHeld(home), false)
    const held = await holdHome(home)
    for (let n = 0; n < 200; n++) assert.equal(await isHeld(home), true)
    await assert.rejects(holdHome(home), AlreadyRunning)
    await held.letGo()
    assert.equal(await isHeld(home), false)
  })
})

test("a server isn't refused for somebody who was in its way for a moment only, as of two that start at once", async () => {
  await withHome(async (home) => {
    const other = tryHold(join(home, "vigie.lock"), "together")
    const holding = holdHome(home)
    other?.release()
    await (await holding).letGo()
  })
})

test("what a killed server left doesn't stand in the way", async () => {
  await withHome(async (home) => {
    await writeFile(join(home, "vigie.sock"), "")
    const held = await holdHome(home)
    await held.letGo()
  })
})

test("a folder that a restore has half filled isn't opened", async () => {
  await withHome(async (home) => {
    await writeFile(join(home, RESTORING), "")
    await assert.rejects(openHome(home), HalfRestored)
  })
})
