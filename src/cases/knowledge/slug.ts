import type { Reader } from "#platform"
import { plainWords } from "../search/plain.ts"
import { shelf } from "./tables.ts"

const LONGEST = 70
/** Addresses that mean something else under /help. */
const TAKEN = new Set(["feed", "sitemap", "style", "pictures", "search"])

/** An article's address from its title, which no other article has: "un-bouquet-qui-n-est-pas-arrive". */
export async function freeSlug(reader: Reader, title: string): Promise<string> {
  const words = plainWords(title, 300)
  let slug = ""
  for (const word of words) if (slug.length + word.length < LONGEST) slug += (slug && "-") + word.replace(/[^a-z0-9]/g, "")
  const base = slug.replace(/-+/g, "-").replace(/^-|-$/g, "") || "article"
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? base : `${base}-${n}`
    if (TAKEN.has(wanted)) continue
    const found = await shelf(reader).selectFrom("article_texts").select("slug").where("slug", "=", wanted).executeTakeFirst()
    if (!found) return wanted
  }
}
