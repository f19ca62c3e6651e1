import { sql } from "kysely"
import { HOUR, type Keys, newId, TooMany, type Tx } from "#platform"

/** So many voices an hour from one network: an office, a street behind one address. */
const MOST = 30

/**
 * A reader says whether an article was of use: one voice a browser, the last word counts. No account; the browser and its network are
 * kept as keyed hashes. @throws TooMany
 */
export async function vote(
  tx: Tx,
  keys: Keys,
  articleId: string,
  { browser, network, useful }: { browser: string; network: string; useful: boolean },
): Promise<void> {
  const [who, where] = [hash(keys, `vote browser ${browser}`), hash(keys, `vote network ${network}`)]
  const found = await sql<{ n: number }>`
    select count(*)::int as n from article_votes where network = ${where} and at > ${new Date(tx.now.getTime() - HOUR)}`.execute(tx.sql)
  if ((found.rows[0]?.n ?? 0) >= MOST) throw new TooMany("knowledge.tooManyVotes", 3600)
  await sql`
    insert into article_votes (article_id, browser, useful, network, at) values (${articleId}, ${who}, ${useful}, ${where}, ${tx.now})
    on conflict (article_id, browser) do update set useful = excluded.useful, network = excluded.network, at = excluded.at`.execute(tx.sql)
}

/** A browser that has no number yet gets one. */
export const newBrowser = (now: Date): string => newId(now)

const hash = (keys: Keys, text: string): string => keys.sign("blind-index", text, 16).toString("base64url")
