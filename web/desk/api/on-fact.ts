import type { InfiniteData, Query, QueryClient } from "@tanstack/react-query"
import type { Case, FeedFact, Page } from "./types.ts"

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
    if (fact.kind === "case.seen" || fact.kind === "case.unseen") return showSeen(client, fact.about.case, fact.kind === "case.seen")
    if (fact.kind.startsWith("draft.")) return showDraft(client, fact)
    gathered.push(fact)
    timer ??= setTimeout(flush, GATHER)
  }
}

/** Begun or put away, here or in another window: its case says so. */
function showDraft(client: QueryClient, { kind, about, data }: FeedFact): void {
  const written = data?.["kind"] === "note" ? "note" : "reply"
  const shown = (one: Case): Case => {
    if (one.id !== about.case) return one
    const others = one.drafts.filter((draft) => draft !== written)
    return { ...one, drafts: kind === "draft.opened" ? [...others, written] : others }
  }
  client.setQueriesData<InfiniteData<Page<Case>>>(
    { queryKey: ["cases"] },
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(shown) })) },
  )
  client.setQueriesData<Case>({ queryKey: ["case"] }, (one) => one && shown(one))
  void client.invalidateQueries({ queryKey: ["saved-views"] })
}

/** Read in another window or on another device, or wanted as new again: that is all that changed. */
export function showSeen(client: QueryClient, caseId: string | undefined, seen: boolean): void {
  client.setQueriesData<InfiniteData<Page<Case>>>(
    { queryKey: ["cases"] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) =>
          page.items.some(({ id, unread }) => id === caseId && unread === seen)
            ? { ...page, items: page.items.map((one) => (one.id === caseId ? { ...one, unread: !seen } : one)) }
            : page,
        ),
      },
  )
}

/** What shows tags. */
const TAGGED: ReadonlySet<string> = new Set(["case", "cases", "search", "views", "saved-views", "view-preview", "articles", "article"])

function touches({ kind, about }: FeedFact, query: Query): boolean {
  const [what, id] = query.queryKey
  const [room] = kind.split(".")
  if (kind === "tag.changed" && TAGGED.has(String(what))) return true
  switch (what) {
    case "views":
    case "cases":
    case "search":
      if (room === "contact") return about.contact !== undefined && what !== "views" && holds(query, about.contact)
      return (
        room === "case" ||
        room === "message" ||
        room === "promise" ||
        room === "note" ||
        room === "conversation" ||
        (room === "tie" && kind !== "tie.proposed") // each mention may bring some: no row says so
      )
    case "saved-views":
      return room === "view" || room === "case" || room === "message" || room === "note" || room === "promise" || room === "contact"
    case "view-preview":
    case "similar":
      return room === "case"
    case "notifications":
      return (
        room === "notification" ||
        room === "answer" ||
        room === "note" ||
        kind === "alarm.called" ||
        kind === "alarm.told" ||
        kind === "message.received" ||
        kind === "message.failed" ||
        kind === "message.uncertain" ||
        kind === "case.assigned" ||
        kind === "case.woken" ||
        kind === "case.promise-broken"
      )
    case "tags":
      return room === "tag"
    case "bulk":
      return room === "bulk"
    case "case": {
      const held = query.state.data as Case | undefined
      if (room === "contact") return about.contact !== undefined && held?.contactId === about.contact
      return about.case !== undefined && (held === undefined || held.id === about.case || held.mergedInto === about.case)
    }
    case "ties":
      return about.case === undefined ? kind === "mention.gone" : about.case === id
    case "mention-decisions":
      return room === "mention" || about.case === id
    case "mention-ties":
    case "contact-ties":
      return room === "tie" || kind === "mention.gone"
    case "open-decisions":
      return kind === "mention.decided" || kind === "story.decided" || kind.endsWith(".decision-undone")
    case "answers":
    case "answer-check":
      return room === "answer" || room === "tie"
    case "ways-to-answer":
    case "social-accounts":
      return room === "social-account"
    case "timeline":
    case "suggestions":
      if (kind === "answer.sent" || kind === "answer.withdrawn") return true
      return about.case === undefined ? room === "message" || room === "contact" || kind === "mention.gone" : about.case === id
    case "recipients":
      return about.conversation === id || room === "contact"
    case "contact":
      return about.contact === id
    case "articles":
    case "article":
    case "case-articles":
      return room === "article" && kind !== "article.inserted"
    case "writing-help":
      return kind === "writing-help.changed" || kind === "writing-help.removed"
    case "preferences":
      return kind === "agent.preferences-changed"
    case "me":
    case "agents":
    case "teams":
      return room === "agent" || room === "team"
    case "automation":
      return room === "rule" || kind === "case.rule-ran" || kind === "case.rule-undone"
    case "webhooks":
      return room === "webhook"
    case "watches":
      return room === "watch" || room === "alarm" || kind === "mention.heard"
    case "watch":
    case "watch-counts":
    case "watch-news":
    case "watch-voices":
    case "watch-told":
    case "watch-speakers":
    case "watch-coverage":
    case "mention-spread":
    case "mentions":
      return room === "watch" || room === "alarm" || room === "mention"
    case "mention":
      return room === "mention" || room === "story"
    case "mention-reading":
    case "tone-accuracy":
      return kind === "mention.corrected" || kind === "mention.correction-undone" || kind === "story.gathered"
    case "stories":
    case "story":
    case "story-mentions":
      return room === "story" || room === "claim"
    case "alarms":
    case "alert-plan":
      return room === "alarm"
    case "sources":
    case "source":
    case "source-events":
      return room === "source"
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

interface Somewhere {
  contactId?: string | null
}

/** Whether somebody is among those that a list shows. */
function holds({ state }: Query, contactId: string): boolean {
  const held = state.data as InfiniteData<Page<Somewhere>> | undefined
  return held?.pages.some(({ items }) => items.some((one) => one.contactId === contactId)) ?? false
}
