import { readFile } from "node:fs/promises"
import { z } from "@hono/zod-openapi"
import { installation } from "#platform"

/** What a backup says of itself: its last file, so that one cut short has none. */
export const Manifest = z.object({
  format: z.literal(1),
  vigie: z.string(),
  at: z.string(),
  migrations: z.array(z.object({ number: z.number(), name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  sequences: z.array(z.object({ table: z.string(), column: z.string(), value: z.number() })),
  /** SHA-256 by name of every file but the blobs, whose name is their hash. */
  files: z.record(z.string(), z.string()),
  blobs: z.object({ count: z.number(), bytes: z.number() }),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = "manifest.json"

/** The version of this program. */
export async function ownVersion(): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(new URL("package.json", installation), "utf8")))
  return version
}
