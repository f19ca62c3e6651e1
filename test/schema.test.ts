import assert from "node:assert/strict"
import { readFile, writeFile } from "node:fs/promises"
import { test } from "node:test"
import { describeSchema } from "./support/schema.ts"

const SNAPSHOT = new URL("./schema.txt", import.meta.url)

if (process.argv.includes("--write")) {
  const { startTestServer } = await import("./support/server.ts")
  const { Database, systemClock } = await import("#platform")
  const server = await startTestServer()
  const db = new Database({ host: server.host, database: "vigie_template" }, systemClock)
  try {
    await writeFile(SNAPSHOT, await describeSchema(db.read))
  } finally {
    await db.close()
    await server.stop()
  }
} else {
  const { testDatabase } = await import("./support/database.ts")
  test("the schema that the migrations make is the one written down (node test/schema.test.ts --write)", async () => {
    const { db } = await testDatabase()
    assert.equal(await describeSchema(db.read), await readFile(SNAPSHOT, "utf8"))
  })
}
