import type { Fact, Tx } from "#platform"

/** Records what happened to an article. It names the article and never its words. */
export function recordOf(tx: Tx, by: string, kind: `article.${string}`, articleId: string, data: Fact["data"] = {}): Promise<void> {
  return tx.record({ kind, actor: by, about: {}, audience: "all", data: { article: articleId, ...data } })
}
