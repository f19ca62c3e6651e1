import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { itemsOf } from "./json-items.ts"

test("an export that was cut off, wherever, isn't taken for whole; one that is whole is never called cut off", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vigie-items-"))
  const read = async (text: string): Promise<(string | null)[]> => {
    await writeFile(join(folder, "export.json"), text)
    const items: (string | null)[] = []
    for await (const { value } of itemsOf(join(folder, "export.json")))
      items.push(value && (value["id"] === undefined ? "meta" : JSON.stringify(value["id"])))
    return items
  }
  const page = '{"tickets": [{"id": 1, "tags": ["a"]}, {"id": 2}], "next_page": null}'
  assert.deepEqual(await read('{"id": 1}\n{"id": 2}\n'), ["1", "2"])
  assert.deepEqual(await read('[{"id": 1}, {"id": 2}]\n'), ["1", "2"])
  assert.deepEqual(await read(page), ["1", "2"])
  assert.deepEqual(await read('{"data": {"meta": {"all_count": 1}, "payload": [{"id": 1}]}}'), ["meta", "1"])
  assert.deepEqual(await read('{"id": 1}\n{"id": 2'), ["1", null], "in a thing")
  assert.deepEqual(await read(page.slice(0, page.indexOf(', {"id": 2}'))), ["1", null], "between two")
  await rm(folder, { recursive: true })
})
