import type { Reader } from "#platform"
import { parseQuery } from "../../language/parse-query.ts"
import { Matcher } from "../../matching/matcher.ts"
import { accessWatch } from "../../watches/access-watch.ts"
import type { Subject } from "../subject.ts"

/** Whether a text is what a watch listens for; what is no watch's listens for nothing. */
export async function queryReader(reader: Reader, { kind, id }: Subject): Promise<(text: string) => boolean> {
  const parsed = kind === "watch" ? parseQuery((await accessWatch(reader, id)).query) : null
  if (!parsed?.query) return () => false
  const matcher = new Matcher()
  matcher.put("", parsed.query)
  return (text) => matcher.match({ text }).length > 0
}
