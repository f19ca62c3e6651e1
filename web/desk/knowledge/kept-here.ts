import type { Id } from "../api/types.ts"
import type { ArticleLanguage } from "./api.ts"

export interface Typed {
  title: string
  body: string
}

/** With the revision that it was typed over; null: nobody knows. */
export interface KeptTyped extends Typed {
  revision: number | null
}

const nameOf = (agentId: Id, id: Id, language: ArticleLanguage): string => `vigie.article.${agentId}.${id}.${language}`

/** What was typed and the server doesn't have yet: it survives a closed window and a lost network. A browser without room keeps nothing. */
export function keepTyped(agentId: Id, id: Id, language: ArticleLanguage, kept: KeptTyped | null): void {
  try {
    if (kept) localStorage.setItem(nameOf(agentId, id, language), JSON.stringify(kept))
    else localStorage.removeItem(nameOf(agentId, id, language))
  } catch {
    // the server has to do, in a moment
  }
}

export function typedHere(agentId: Id, id: Id, language: ArticleLanguage): KeptTyped | null {
  const kept = localStorage.getItem(nameOf(agentId, id, language))
  return kept === null ? null : { revision: null, ...(JSON.parse(kept) as Typed) }
}
