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

/** An entry of a kind (`typeflag`), with folders above in ustar's prefix. */
function entry(name: string, content: string, { kind = "0", above = "", magic = "ustar\0" } = {}): Buffer {
  const bytes = Buffer.from(content)
  const header = tarHeader(name, bytes.length, AT)
  header.write(kind, 156)
  header.write(magic, 257)
  header.write(above, 345)
  header.fill(" ", 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return Buffer.concat([header, bytes, tarPadding(bytes.length)])
}

const namesIn = async (...entries: Buffer[]): Promise<string[]> => {
  const names: string[] = []
  for await (const { name } of readTar(inPieces(Buffer.concat([...entries, tarEnd()]), 4096))) names.push(name)
  return names
}

test("names longer than a header are read as GNU, pax and ustar write them, each for its own file alone", async () => {
  const long = `Boîte/${"dossier/".repeat(30)}cur/1`
  const record = ` path=${long}\n`
  const length = Buffer.byteLength(record) + 3
  assert.deepEqual(
    await namesIn(
      entry("././@LongLink", `${long}\0`, { kind: "L", magic: "ustar  \0" }),
      entry(long.slice(0, 90), "a"),
      entry("cur/2", "b"),
      entry("PaxHeaders/3", `20 atime=1700000000\n${length}${record}`, { kind: "x" }),
      entry("cur/3", "c"),
      entry("cur/4", "d", { above: "Archives/2024" }),
      entry("cur/5", "e", { above: "13371337", magic: "ustar  \0" }),
    ),
    [long, "cur/2", long, "Archives/2024/cur/4", "cur/5"],
  )
})

test("a name that fills its field ends with it", async () => {
  const full = `cur/${"n".repeat(96)}`
  assert.deepEqual(await namesIn(entry(full, "a")), [full])
})

test("records about a file that make no sense leave it the name that it has", async () => {
  for (const records of ["", "x", "0 path=a\n", "-5 path=a\n", "nine path=a\n", "1e400 path=a\n", " path=a\n"])
    assert.deepEqual(await namesIn(entry("PaxHeaders/1", records, { kind: "x" }), entry("cur/1", "a")), ["cur/1"], records)
})
