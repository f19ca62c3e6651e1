import type { z } from "zod"
import { read } from "../ask-place.ts"
import type { SocialGround } from "../network.ts"
import { askGraph, type GraphAccount } from "./ask-graph.ts"

interface Page<T> {
  data: T[]
  paging?: { next?: string | null | undefined; cursors?: { after?: string | null | undefined } | null | undefined } | null | undefined
}

const MOST_PAGES = 5

/** What an edge of an object lists, its first pages. @throws PlaceTrouble */
export async function listed<T>(
  ground: SocialGround,
  account: GraphAccount,
  path: string,
  params: Readonly<Record<string, string>>,
  shape: z.ZodType<Page<T>>,
): Promise<T[]> {
  const found: T[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const value: Page<T> = read(ground, await askGraph(ground, account, path, { params: { limit: "50", ...params, after } }), shape)
    found.push(...value.data)
    after = value.paging?.next ? (value.paging.cursors?.after ?? null) : null
    if (!after) break
  }
  return found
}
