import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { readTar, tarEnd, tarHeader, tarPadding, TornArchive } from "./tar.ts"

const AT = new Date("2026-11-02T08:00:00Z")
const files: [string, Buffer][] = [
  ["manifest.json", Buffer.from('{"é":1}')],
  ["blobs/empty", Buffer.alloc(0)],
  ["blobs/block", Buffer.alloc(512, 7)],
  ["database/long.copy", Buffer.alloc(100_001, "x")],
]
const archive = Buffer.concat([
  ...files.flatMap(([name, content]) => [tarHeader(name, content.length, AT), content, tarPadding(content.length)]),
  tarEnd(),
])

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test("what goes in comes out, in whatever pieces it is read", async () => {
  for (const size of [1, 511, 512, 513, 65_536]) {
    const found: [string, Buffer][] = []
    for await (const { name, content } of readTar(inPieces(archive, size)))
      found.push([name, Buffer.concat(await Array.fromAsync(content))])
    assert.deepEqual(found, files)
  }
})

test("an entry that isn't read is passed over", async () => {
  const names: string[] = []
  for await (const { name } of readTar(inPieces(archive, 1000))) names.push(name)
  assert.deepEqual(
    names,
    files.map(([name]) => name),
  )
})

test("an archive cut anywhere, or damaged in a header, is called torn", async () => {
  const read = async (bytes: Buffer) => {
    for await (const { content } of readTar(inPieces(bytes, 4096))) for await (const _ of content);
  }
  for (const cut of [0, 100, 512, 600, 2000, archive.length - 1024]) await assert.rejects(read(archive.subarray(0, cut)), TornArchive)
  const damaged = Buffer.from(archive)
  damaged[3] = damaged[3]! ^ 1
  await assert.rejects(read(damaged), TornArchive)
})

test("the system's own tar reads it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tar-"))
  await writeFile(join(folder, "a.tar"), archive)
  execFileSync("tar", ["-xf", "a.tar"], { cwd: folder })
  for (const [name, content] of files) assert.deepEqual(await readFile(join(folder, name)), content)
  await rm(folder, { recursive: true })
})
