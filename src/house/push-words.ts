import { accessCase, listNotifications, type NotificationView, presentCases } from "#cases"
import { actorInSession, type PersonActor, isSilent, readPreferences } from "#people"
import { NotFound, type Reader } from "#platform"
import type { About, Shown } from "#push"
import { say } from "#words"

type Notify = Awaited<ReturnType<typeof readPreferences>>["notify"]

/** Which wish of an agent's each kind of news falls under. */
const WISH: Readonly<Record<NotificationView["kind"], keyof Notify>> = {
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
  alarm: "alarms",
}
/** Somebody waits for this very agent. */
const URGENT: ReadonlySet<NotificationView["kind"]> = new Set(["mention", "assigned", "promise-due", "answer-asked", "send-failed"])

/** What a browser shows of some news, with the rights, the wishes and the language that its agent has now; null: nothing. */
export async function pushWords(reader: Reader, sessionId: string, about: About): Promise<Shown | null> {
  const actor = await actorInSession(reader, sessionId)
  if (!actor) return null
  const plain = { lang: actor.language, urgent: true }
  if (about.kind === "test")
    return {
      ...plain,
      title: say(actor.language, "push.test.title"),
      body: say(actor.language, "push.test.body"),
      tag: "test",
      data: "/settings/account",
    }
  const { notify, quiet } = await readPreferences(actor, reader)
  if (about.kind === "alarms") return notify.alarms ? alarmWords(actor, reader, about.ids) : null // their hours were asked when it was told
  if (isSilent(quiet, actor.timeZone, reader.now)) return null
  if (about.kind === "team") return notify.teams ? teamWords(actor, reader, about) : null
  const { items } = await listNotifications(actor, reader, { limit: 1, unread: true, id: about.id })
  const [news] = items
  return news && notify[WISH[news.kind]] ? newsWords(actor, news) : null
}

function newsWords({ language }: PersonActor, news: Awaited<ReturnType<typeof listNotifications>>["items"][number]): Shown {
  const hash = news.messageId ? `#message-${news.messageId}` : ""
  const heard = news.mentionId ? `mentions/${news.mentionId}` : `stories/${news.storyId}`
  return {
    title: say(language, `notifications.kind.${news.kind}`, { name: news.by.name ?? say(language, "notifications.customer") }),
    body: [news.case?.subject ?? "", news.words].filter(Boolean).join("\n"),
    tag: news.id,
    data: news.case ? `/cases/${news.case.number}${hash}` : `/listening/${heard}`,
    lang: language,
    urgent: URGENT.has(news.kind),
  }
}

async function alarmWords(actor: PersonActor, reader: Reader, ids: readonly string[]): Promise<Shown | null> {
  const { items } = await listNotifications(actor, reader, { limit: 100, unread: true, kind: "alarm" })
  const told = items.filter(({ alarmId }) => alarmId !== null && ids.includes(alarmId))
  const [first] = told
  if (!first) return null
  const { language } = actor
  const alone = told.length === 1
  return {
    title: alone ? say(language, "tell.alarm", { name: first.words }) : say(language, "tell.alarms", { count: told.length }),
    body: alone ? "" : first.words,
    tag: `alarm:${first.alarmId}`,
    data: alone ? `/listening/alarms/${first.alarmId}` : "/listening/alarms",
    lang: language,
    urgent: true,
  }
}

async function teamWords(
  actor: PersonActor,
  reader: Reader,
  { caseId, teamId }: { caseId: string; teamId: string },
): Promise<Shown | null> {
  const row = await accessCase(actor, reader, caseId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const [one] = row ? await presentCases(actor, reader, actor.language, [row]) : []
  // Somebody has taken it meanwhile, or it has gone elsewhere.
  if (!one || one.owner || one.team?.id !== teamId) return null
  return {
    title: say(actor.language, "tell.team", { team: one.team.name }),
    body: [one.contact?.name ?? "", one.subject].filter(Boolean).join("\n"),
    tag: `team:${one.id}`,
    data: `/cases/${one.number}`,
    lang: actor.language,
    urgent: false,
  }
}
