import { readFileSync, readdirSync } from "node:fs"
import { z } from "zod"
import { type FeedContext } from "#listening"
import { requiredData } from "../suite.ts"

/** Where the suite that these cases are of serves them from: what is relative without any other base is relative to it. */
const HOME = "http://127.0.0.1:8097/"

/** A published case: a feed, what came with it, and what it should read as. */
export interface FeedCase {
  path: string
  bytes: Buffer
  context: FeedContext
  checks: [path: string, expected: unknown][]
}

const expectations = z.record(z.string(), z.object({ checks: z.array(z.tuple([z.string(), z.unknown()])) }))

export function feedCases(): FeedCase[] {
  const folder = requiredData("feeds")
  const expected = expectations.parse(JSON.parse(readFileSync(`${folder}/expected.json`, "utf8")))
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xml"))
  return names.sort().map((path) => {
    const bytes = readFileSync(`${folder}/${path}`)
    return { path, bytes, context: contextOf(path, bytes), checks: expected[path]?.checks ?? [] }
  })
}

/** Headers of the answer stand in a comment of the feed. */
function contextOf(path: string, bytes: Buffer): FeedContext {
  const headers = new Map(
    [...bytes.toString("latin1").matchAll(/^\s*Header:\s*([\w-]+):\s*(.*?)\s*$/gm)].map(([, name, value]) => [name!.toLowerCase(), value!]),
  )
  return {
    url: `${HOME}${path.startsWith("wellformed/base/") || path.startsWith("wellformed/http/") ? "" : path}`,
    contentType: headers.get("content-type") ?? null,
    contentLocation: headers.get("content-location") ?? null,
    contentLanguage: headers.get("content-language") ?? null,
  }
}
