import type { Query, QueryClient } from "@tanstack/react-query"
import type { Case, FeedFact } from "./types.ts"

/** Facts come in bursts: what they touch is fetched again once, a moment later. */
const GATHER = 250

/** Marks what a fact touched as out of date, so that what is on the screen is fetched again. */
export function factKeeper(client: QueryClient): (fact: FeedFact) => void {
  let gathered: FeedFact[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = (): void => {
    const facts = gathered
    gathered = []
    timer = null
    void client.invalidateQueries({ predicate: (query) => facts.some((fact) => touches(fact, query)) })
  }
  return (fact) => {
    gathered.push(fact)
    timer ??= setTimeout(flush, GATHER)
  }
}

function touches({ kind, about }: FeedFact, query: Query): boolean {
  const [what, id] = query.queryKey
  const [room] = kind.split(".")
  switch (what) {
    case "views":
    case "cases":
    case "search":
      return room === "case" || room === "message" || room === "promise" || room === "note" || room === "conversation"
    case "case": {
      const held = query.state.data as Case | undefined
      return about.case !== undefined && (held === undefined || held.id === about.case || held.mergedInto === about.case)
    }
    case "timeline":
    case "suggestions":
      return about.case === undefined ? room === "message" || room === "contact" : about.case === id
    case "recipients":
      return about.conversation === id
    case "contact":
      return about.contact === id
    case "me":
    case "agents":
    case "teams":
      return room === "agent" || room === "team"
    case "inboxes":
      return room === "inbox"
    case "mailboxes":
      return room === "mailbox"
    case "outbox":
      return room === "message"
    default:
      return false
  }
}
