import type { QueryClient } from "@tanstack/react-query"
import { preferencesQuery } from "../api/preferences.ts"
import { get } from "../api/request.ts"
import type { Case, FeedFact, Me, Notification as Told, Page, Preferences } from "../api/types.ts"
import type { Words } from "../words/use-words.ts"
import { startPush } from "./pushed.ts"
import { isQuiet } from "./quiet.ts"
import { tellAlarms } from "./tell-alarms.ts"
import { show } from "./show.ts"
import { toldHere } from "./told-here.ts"

const KINDS: Readonly<Record<Exclude<Told["kind"], "alarm">, keyof Preferences["notify"]>> = {
  mention: "mentions",
  assigned: "assigned",
  reply: "replies",
  note: "replies",
  "promise-due": "promises",
  "promise-broken": "promises",
  "look-again": "promises",
  "deadline-near": "deadlines",
  "deadline-missed": "deadlines",
  woken: "woken",
  "answer-asked": "answers",
  "answer-back": "answers",
  "answer-failed": "answers",
  "send-failed": "answers",
  "send-uncertain": "answers",
}
/** Facts after which there may be something to tell. */
const TELLING: ReadonlySet<string> = new Set([
  "message.received",
  "note.added",
  "case.assigned",
  "case.promise-broken",
  "case.woken",
  "answer.asked",
  "answer.sent-back",
  "answer.failed",
  "message.failed",
  "message.uncertain",
])
const GATHER = 800
/** Promises and deadlines that come due make no fact: looked for now and then. */
const LOOK = 60_000

interface Reader {
  me: Me
  words: Words
}

/** Tells of what concerns the agent by the browser's own notices, while the desk is open and they look elsewhere. */
export function startTelling(client: QueryClient, reader: () => Reader): { hear: (fact: FeedFact) => void; stop: () => void } {
  // By the server's clock: the last thing heard of while nothing had to be told.
  let since = ""
  let heard = ""
  let timer: ReturnType<typeof setTimeout> | undefined
  const looksHere = (): boolean => document.visibilityState === "visible" && document.hasFocus()

  const wanted = async (): Promise<Preferences["notify"] | null> => {
    if (!toldHere.get() || looksHere()) return null
    const { notify, quiet } = await client.ensureQueryData(preferencesQuery)
    return isQuiet(quiet, reader().me.timeZone, new Date()) ? null : notify
  }
  const look = async (): Promise<void> => {
    const notify = await wanted()
    if (!notify) {
      since = heard > since ? heard : since
      return
    }
    const { items } = await get<Page<Told>>("/api/notifications?unread=true&limit=20")
    const from = since
    since = items[0] && items[0].at > since ? items[0].at : since
    if (from === "") return
    const { words } = reader()
    for (const one of items.filter(({ at, kind }) => at > from && kind !== "alarm" && notify[KINDS[kind]]).toReversed()) {
      const by = one.by.name ?? words.say("notifications.customer")
      const hash = one.messageId ? `#message-${one.messageId}` : ""
      await show(words.say(`notifications.kind.${one.kind}`, { name: by }), {
        body: [one.case?.subject ?? "", one.words].filter(Boolean).join("\n"),
        tag: one.id,
        data: one.case ? `/cases/${one.case.number}${hash}` : `/listening/mentions/${one.mentionId}`,
      }).catch(() => {}) // one that can't be shown hides no other
    }
  }
  const lookAtTeams = async (fact: FeedFact): Promise<void> => {
    if (!fact.about.case || !(await wanted())?.teams) return
    const one = await get<Case>(`/api/cases/${fact.about.case}`)
    const { me, words } = reader()
    if (!one.team || one.owner || !me.teams.some(({ id }) => id === one.team?.id)) return
    await show(words.say("tell.team", { team: one.team.name }), {
      body: [one.contact?.name ?? "", one.subject].filter(Boolean).join("\n"),
      tag: `team:${one.id}`,
      data: `/cases/${one.number}`,
    })
  }
  // What can't be fetched now is in the list of what one was told, whenever one looks.
  const quietly = (doing: Promise<void>): void => void doing.catch(() => {})
  quietly(startPush()) // the server tells this browser of whoever is signed in now
  const clock = setInterval(() => quietly(look()), LOOK)
  return {
    hear: (fact) => {
      if (since === "") since = new Date(Date.parse(fact.at) - 1).toISOString()
      heard = fact.at
      if (TELLING.has(fact.kind)) {
        clearTimeout(timer)
        timer = setTimeout(() => quietly(look()), GATHER)
      }
      if (fact.kind === "alarm.told" && toldHere.get() && !looksHere()) quietly(tellAlarms(fact, reader().words))
      if (fact.kind === "case.opened" || (fact.kind === "case.assigned" && fact.data?.["team"] !== fact.data?.["teamBefore"]))
        quietly(lookAtTeams(fact))
    },
    stop: () => {
      clearTimeout(timer)
      clearInterval(clock)
    },
  }
}
