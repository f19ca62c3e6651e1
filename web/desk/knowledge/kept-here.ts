import type { Id } from "../api/types.ts"
import type { ArticleLanguage } from "./api.ts"

export interface Typed {
  title: string
  body: string
}

const nameOf = (agentId: Id, id: Id, language: ArticleLanguage): string => `vigie.article.${agentId}.${id}.${language}`

/** What was typed and the server doesn't have yet: it survives a closed window and a lost network. */
export function keepTyped(agentId: Id, id: Id, language: ArticleLanguage, typed: Typed | null): void {
  if (typed) localStorage.setItem(nameOf(agentId, id, language), JSON.stringify(typed))
  else localStorage.removeItem(nameOf(agentId, id, language))
}

export function typedHere(agentId: Id, id: Id, language: ArticleLanguage): Typed | null {
  const kept = localStorage.getItem(nameOf(agentId, id, language))
  return kept === null ? null : (JSON.parse(kept) as Typed)
}
