import { afterOf } from "../meta/graph-shapes.ts"
import type { List } from "../meta/catch-up.ts"
import type { Graph } from "../meta/graph.ts"
import { unlessGone } from "../meta/unless-gone.ts"
import type { Heard } from "../source.ts"
import { FIELDS, heardThread, threads } from "./shapes.ts"

/** Own posts under which is looked, and pages of answers under each, in one look. */
const MOST_POSTS = 10
const MOST_PAGES = 4

/** What names the account, what answers its posts, and what is said with each of the words. */
export function listsOf(graph: Graph, account: string, words: readonly string[]): List[] {
  const list = async (path: string, params: Record<string, string>, after: string | null) => {
    const value = await graph.ask(path, { fields: FIELDS, limit: "50", ...params, after }, threads)
    return { heard: value.data.flatMap((each) => heardThread(each) ?? []), next: afterOf(value.paging) }
  }
  return [
    { name: "mentions", ask: (after) => list(`${account}/mentions`, {}, after) },
    { name: "replies", ask: () => askReplies(graph, account) },
    ...words.map((word) => ({
      name: `word ${word}`,
      ask: (after: string | null) => list("keyword_search", { q: word, search_type: "RECENT" }, after),
    })),
  ]
}

async function askReplies(graph: Graph, account: string): Promise<{ heard: Heard[]; next: null }> {
  const own = await graph.ask(`${account}/threads`, { fields: "id,has_replies", limit: "25" }, threads)
  const heard: Heard[] = []
  for (const { id } of own.data.filter(({ has_replies }) => has_replies).slice(0, MOST_POSTS)) {
    let after: string | null = null
    for (let page = 0; page < MOST_PAGES; page++) {
      const asked = { fields: FIELDS, limit: "50", reverse: "true", after }
      const value = await unlessGone(graph.ask(`${id}/conversation`, asked, threads))
      if (!value) break
      heard.push(...value.data.flatMap((each) => heardThread(each) ?? []))
      after = afterOf(value.paging)
      if (!after) break
    }
  }
  return { heard, next: null }
}
