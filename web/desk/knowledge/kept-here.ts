import { parseHere, writeHere } from "../api/browser-store.ts"
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
  writeHere(nameOf(agentId, id, language), kept && JSON.stringify(kept)) // else the server has to do, in a moment
}

export function typedHere(agentId: Id, id: Id, language: ArticleLanguage): KeptTyped | null {
  const kept = parseHere(nameOf(agentId, id, language)) as Typed | null
  return kept && { revision: null, ...kept }
}
