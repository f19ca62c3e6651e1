import assert from "node:assert/strict"
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { Invalid, tarEnd, tarHeader, tarPadding } from "#platform"
import { until } from "../../../test/support/house.ts"
import { unpackMaildir } from "./unpack-maildir.ts"

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "unpack-"))
})
after(() => rm(folder, { recursive: true }))

const entry = (name: string, content: string | Buffer): Buffer => {
  const bytes = Buffer.from(content)
  return Buffer.concat([tarHeader(name, bytes.length, new Date("2024-03-01T09:00:00Z")), bytes, tarPadding(bytes.length)])
}

async function kept(name: string, ...parts: Buffer[]) {
  const path = join(folder, name)
  const bytes = Buffer.concat(parts)
  await writeFile(path, bytes)
  return { name, path, size: bytes.length }
}

test("mails whose names differ only in what a file's name may not hold are all kept", async () => {
  const file = await kept(
    "a.tar",
    entry("Mail/cur/1:2,S", "one"),
    entry("Mail/cur/1|2,S", "two"),
    entry("Mail/cur/12,S", "three"),
    tarEnd(),
  )
  const { path } = await unpackMaildir(file)
  const names = await readdir(join(path, "Mail", "cur"))
  const texts = await Promise.all(names.map((name) => readFile(join(path, "Mail", "cur", name), "utf8")))
  assert.deepEqual(texts.toSorted(), ["one", "three", "two"])
})

test("a damaged archive is let go of", async () => {
  const file = await kept("b.tar", entry("cur/1", "one"), Buffer.alloc(5_000_000, "x"))
  await assert.rejects(unpackMaildir(file), Invalid)
  const held = async () => {
    const open = await readdir("/proc/self/fd").catch(() => []) // where there is none, nothing is seen
    const paths = await Promise.all(open.map((number) => readlink(`/proc/self/fd/${number}`).catch(() => "")))
    return paths.filter((path) => path.startsWith(file.path))
  }
  await until("it is closed", async () => (await held()).length === 0)
})
