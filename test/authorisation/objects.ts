// One table, because what a path can name is looked for in one place.
import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import type { Caller, Scene, Side } from "./scene.ts"

/** Path parameters that name one thing. */
export type Params = Record<string, string>
type Maker = (scene: Scene, side: Side, caller: Caller | null) => Promise<Params>

const id = (id: string): Params => ({ id })
const far = "2027-03-01T09:00:00Z"

/** An answer that waits in the outbox, and is now in this state. */
const outgoing =
  (set: ReturnType<typeof sql>): Maker =>
  async (scene, side) => {
    const { conversation } = await scene.mail(side)
    const { id: message } = await scene.must("POST", `/api/conversations/${conversation}/replies`, {
      text: "We look into it.",
      sendAt: far,
    })
    await scene.run(sql`update outbox set ${set} where message_id = ${message}`)
    if (side === "theirs") scene.secrets.add(message)
    return id(message)
  }

/** Two cases of one side, the first merged into the second. */
async function merged(scene: Scene, side: Side): Promise<{ merge: string; kept: string; conversation: string }> {
  const [a, b] = await scene.mails(side, ["amadou", "camille"])
  const { mergeId } = await scene.must("POST", `/api/cases/${a!.case}/merge`, { into: b!.case })
  return { merge: mergeId, kept: b!.case, conversation: a!.conversation }
}

async function contacts(scene: Scene, side: Side): Promise<[string, string]> {
  const [a, b] = await scene.mails(side, [`amadou${randomUUID().slice(0, 8)}`, `camille${randomUUID().slice(0, 8)}`])
  return [a!.contact, b!.contact]
}

/** Everything that a path can name. What has no side is the company's own. */
export const objects = {
  case: async (scene, side) => id((await scene.mail(side)).case),
  conversation: async (scene, side) => id((await scene.mail(side)).conversation),
  draft: async (scene, side) => ({ id: (await scene.mail(side)).conversation, kind: "reply" }),
  message: async (scene, side) => id((await scene.mail(side)).message),
  attachment: async (scene, side) => {
    const { message, attachment } = await scene.mail(side)
    return { id: message, attachmentId: attachment }
  },
  "page of an attachment": async (scene, side) => {
    const { message, attachment } = await scene.mail(side)
    return { id: message, attachmentId: attachment, page: "1" }
  },
  "answer that can be taken back": outgoing(sql`state = 'ready'`),
  "answer that failed": outgoing(sql`state = 'failed', reason = 'refused'`),
  "answer that asks again": outgoing(sql`state = 'held', reason = 'customer-wrote', ask_again = true`),
  note: async (scene, side, caller) => {
    const { conversation } = await scene.mail(side)
    const note = await scene.must("POST", `/api/conversations/${conversation}/notes`, { text: "A note" })
    // Only its author changes a note.
    if (caller) await scene.run(sql`update notes set author = ${caller.ref} where id = ${note.id}`)
    return id(note.id)
  },
  hint: async (scene, side) => id(await scene.hint(side)),
  promise: async (scene, side) =>
    id((await scene.must("POST", `/api/cases/${(await scene.mail(side)).case}/promises`, { text: "The parcel", dueAt: far })).id),
  suggestion: async (scene, side) => {
    const filed = await scene.mail(side)
    await scene.must("POST", `/api/conversations/${filed.conversation}/replies`, { text: "You will have it tomorrow before 1 pm." })
    return id((await scene.must("GET", `/api/cases/${filed.case}/suggestions`)).items[0].id)
  },
  link: async (scene, side) => {
    const [a, b] = await scene.mails(side, ["amadou", "camille"])
    return id((await scene.must("POST", `/api/cases/${a!.case}/links`, { caseId: b!.case, kind: "related" })).id)
  },
  merge: async (scene, side) => id((await merged(scene, side)).merge),
  "case of two conversations": async (scene, side) => {
    const { kept, conversation } = await merged(scene, side)
    return { id: kept, conversation }
  },
  split: async (scene, side) => {
    const { kept, conversation } = await merged(scene, side)
    return id((await scene.must("POST", `/api/cases/${kept}/split`, { conversationId: conversation })).splitId)
  },
  contradiction: async (scene, side) => {
    const filed = await scene.mail(side)
    const fact = { kind: "delivery", state: "delivered", source: "Colis Express", occurredAt: "2026-11-02T07:00:00Z" }
    await scene.must("POST", `/api/contacts/${filed.contact}/facts`, fact)
    return id((await scene.must("GET", `/api/cases/${filed.case}`)).contradictions[0].id)
  },
  contact: async (scene, side) => id((await scene.mail(side)).contact),
  identity: async (scene, side) => {
    const { contact } = await scene.mail(side)
    const made = await scene.must("POST", `/api/contacts/${contact}/identities`, {
      kind: "reference",
      network: "shop",
      value: randomUUID(),
    })
    return { id: contact, identityId: made.identities.at(-1).id }
  },
  "merge of contacts": async (scene, side) => {
    const [a, b] = await contacts(scene, side)
    return id((await scene.must("POST", `/api/contacts/${a}/merge`, { with: b })).id)
  },
  "proposed merge of contacts": async (scene, side) => {
    const [a, b] = (await contacts(scene, side)).sort()
    const made = randomUUID()
    await scene.run(
      sql`insert into merge_suggestions (id, a_id, b_id, reasons, score, created_at) values (${made}, ${a}, ${b}, '[]', 1, now())`,
    )
    return id(made)
  },
  "refused merge of contacts": async (scene, side) => {
    const [a, b] = (await contacts(scene, side)).sort()
    const made = randomUUID()
    await scene.run(sql`
      insert into merge_suggestions (id, a_id, b_id, reasons, score, created_at, decision, decided_by, decided_at)
      values (${made}, ${a}, ${b}, '[]', 1, now(), 'refused', 'test', now())`)
    return id(made)
  },
  decision: async (scene, side) =>
    id((await scene.must("POST", `/api/cases/${(await scene.mail(side)).case}/decisions`, { text: "A new one" })).id),
  inbox: async (scene, side) => id(scene.inboxes[side]),
  "inbox that may close": async (scene, side) => id(side === "ours" ? scene.inboxes.spare : scene.inboxes.theirs),
  mailbox: async (scene, side) => {
    const made = randomUUID()
    await scene.run(sql`
      insert into mailboxes (id, inbox_id, host, port, security, username, sealed_secret, created_at, paused_at)
      values (${made}, ${scene.inboxes[side]}, 'imap.example', 993, 'tls', ${side === "theirs" ? "zephyr" : "care"}, '', now(), now())`)
    return id(made)
  },
  webhook: async (scene, side) => id((await newWebhook(scene, side)).id),
  "disabled webhook": async (scene, side) => {
    const { id: webhook } = await newWebhook(scene, side)
    await scene.must("POST", `/api/webhooks/${webhook}/disable`)
    return id(webhook)
  },
  delivery: async (scene, side) => {
    const { id: webhook } = await newWebhook(scene, side)
    return { id: webhook, deliveryId: (await scene.must("POST", `/api/webhooks/${webhook}/test`)).id }
  },
  "automation rule": async (scene, side) => id((await newAutomation(scene, side)).id),
  "tried rule": async (scene, side) => {
    const { id: rule } = await newAutomation(scene, side)
    await scene.must("POST", `/api/automation/rules/${rule}/dry-runs`, {})
    await scene.run(sql`update rule_dry_runs set finished_at = now() where rule_id = ${rule}`)
    return id(rule)
  },
  "dry run": async (scene, side) => {
    const { id: rule } = await newAutomation(scene, side)
    const dry = (await scene.must("POST", `/api/automation/rules/${rule}/dry-runs`, {})).id
    await scene.run(sql`update rule_dry_runs set finished_at = null, stopped_at = null where id = ${dry}`)
    return { id: rule, dryRunId: dry }
  },
  "rule's run": async (scene, side) => {
    const { id: rule } = await newAutomation(scene, side)
    const run = randomUUID()
    const { case: caseId } = await scene.mail(side)
    await scene.run(sql`
      insert into rule_runs (id, rule_id, version, case_id, at, outcome, reasons, done) values (${run}, ${rule}, 1, ${caseId}, now(), 'done', '[]', '[]')`)
    return { id: rule, runId: run }
  },
  domain: async (_, side) => ({ domain: side === "ours" ? "maison-rousseau.example" : "zephyr.example" }),
  agent: async (scene) => id((await scene.agent("agent", `${randomUUID()}@maison-rousseau.example`)).id),
  "disabled agent": async (scene) => {
    const { id: agent } = await scene.agent("agent", `${randomUUID()}@maison-rousseau.example`)
    await scene.must("POST", `/api/agents/${agent}/disable`, {})
    return id(agent)
  },
  team: async (scene) => id((await scene.must("POST", "/api/teams", { name: `Team ${randomUUID()}` })).id),
  template: async (scene) => id((await scene.must("POST", "/api/templates", { name: "Hello", reach: "everybody", textEn: "Hello" })).id),
  "removed template": async (scene) => {
    const { id: template } = await scene.must("POST", "/api/templates", { name: "Hello", reach: "everybody", textEn: "Hello" })
    await scene.run(sql`update templates set removed_at = now(), removed_by = 'test' where id = ${template}`)
    return id(template)
  },
  upload: async () => id(randomUUID()),
  token: async (scene) => id((await scene.token("observer")).id),
  status: async (scene) =>
    id((await scene.must("POST", "/api/statuses", { category: "open", nameEn: randomUUID(), nameFr: randomUUID() })).id),
  field: async (scene) => id((await scene.must("POST", "/api/fields", { key: `f${Date.now()}`, name: "Colour", type: "text" })).id),
  calendar: async (scene) => id((await scene.must("POST", "/api/calendars", calendar())).id),
  rule: async (scene) => id((await scene.must("POST", "/api/deadline-rules", await newRule({ scene }))).id),
  session: async (scene, _, caller) => {
    const before = await scene.value(sql`select array_agg(id) from sessions where agent_id = ${caller!.id}`)
    await scene.signIn(caller!.id)
    return id(await scene.value(sql`select id from sessions where agent_id = ${caller!.id} and not id = any(${before.split(",")}::uuid[])`))
  },
  passkey: async (scene, _, caller) => {
    const made = randomUUID()
    await scene.run(sql`
      insert into passkeys (id, agent_id, public_key, counter, transports, name, created_at) values (${made}, ${caller!.id}, '', 0, '{}', 'Key', now())`)
    return id(made)
  },
  "browser that is told": async (scene, _, caller) => {
    const made = randomUUID()
    await scene.run(sql`
      insert into push_subscriptions (id, agent_id, session_id, endpoint, sealed, browser, created_at)
      select ${made}, agent_id, id, ${`https://push.example/${made}`}, '', 'Chromium', now() from sessions where agent_id = ${caller!.id} limit 1`)
    return id(made)
  },
  "saved view": async (scene, _, caller) => id(await savedView(scene, caller!.id, "me")),
  "removed view": async (scene, _, caller) => {
    const view = await savedView(scene, caller!.id, "me")
    await scene.run(sql`update saved_views set removed_at = now(), removed_by = 'test' where id = ${view}`)
    return id(view)
  },
  "shared view": async (scene) => id(await savedView(scene, randomUUID(), "everybody")),
  "bulk change": async (scene, _, caller) => {
    const made = randomUUID()
    await scene.run(sql`insert into bulk_changes (id, by_actor, action, at) values (${made}, ${caller!.ref}, '{"do":"resolve"}', now())`)
    return id(made)
  },
  article: async (scene) => id(await article(scene)),
  "article text": async (scene) => ({ id: await article(scene), language: "en" }),
  "published article": async (scene) => {
    const made = await article(scene)
    await scene.must("POST", `/api/articles/${made}/texts/en/publish`, {})
    return { id: made, language: "en" }
  },
  picture: async (scene) => {
    const { headers } = scene.caller("admin", "token")
    const kept = await scene.inside.house.app.request("/api/knowledge/pictures", { method: "POST", headers, body: pictureForm() })
    return id(((await kept.json()) as { id: string }).id)
  },
  proposal: async (scene, side, caller) => {
    const made = randomUUID()
    await scene.run(sql`
      insert into writing_helps (id, help, case_id, model, by_actor, at)
      values (${made}, 'summary', ${(await scene.mail(side)).case}, 'small', ${caller!.ref}, now())`)
    return id(made)
  },
  watch: async (scene) => id((await scene.must("POST", "/api/watches", { name: "Bouquets", query: "bouquet" })).id),
  "alert plan": async (scene) => ({
    id: (await scene.must("POST", "/api/watches", { name: "Bouquets", query: "bouquet" })).id,
    subject: "watch",
  }),
  mention: async (scene) => id((await told(scene)).items[0].id),
  source: async (scene) => id((await told(scene)).sourceId),
  alarm: async (scene, side) => {
    const made = randomUUID()
    const evidence = {
      minutes: 5,
      count: 9,
      usual: 1,
      seldomAbove: 3,
      complete: true,
      posts: 9,
      people: 8,
      words: [],
      sites: [],
      mentions: [],
    }
    await scene.run(sql`
      insert into alarms (id, inbox_id, inbox_ids, since, called_at, strength, evidence)
      values (${made}, ${scene.inboxes[side]}, ${[scene.inboxes[side]]}, now(), now(), 2, ${JSON.stringify(evidence)})`)
    return id(made)
  },
  readMention: async (scene) => id(await gathered(scene)),
  // A story is called after the mention that began it.
  story: async (scene) => id(await gathered(scene)),
  claim: async (scene) => id((await scene.must("POST", `/api/stories/${await gathered(scene)}/claims`, { claim: "Nobody was told" })).id),
  storyMove: async (scene) =>
    id((await scene.must("POST", `/api/stories/${await gathered(scene)}/merge`, { into: await gathered(scene) })).id),
  correction: async (scene) => {
    const mention = await gathered(scene)
    const { corrections } = await scene.must("POST", `/api/mentions/${mention}/corrections`, { about: "tone", said: "mixed" })
    return { id: mention, correction: corrections[0].id }
  },
  openDecision: async (scene) => {
    const mention = (await told(scene)).items[0].id
    return id((await scene.must("POST", `/api/mentions/${mention}/decisions`, { way: "leave", reason: "A joke" })).id)
  },
  tie: async (scene, side) => {
    const { case: caseId } = await scene.mail(side)
    const mention = (await told(scene)).items[0].id
    return id((await scene.must("POST", `/api/mentions/${mention}/ties`, { caseId })).id)
  },
  "social account": async (scene) => id(await socialAccount(scene)),
  "public draft": async (scene, side) => id((await publicDraft(scene, side)).id),
  "public answer that is asked for": publicAnswer(sql`state = 'asked'`),
  "public answer on its way": publicAnswer(sql`state = 'ready', due_at = now() + interval '1 year'`),
  "public answer that is uncertain": publicAnswer(sql`state = 'uncertain', post_key = 'a', fixed = '{}'`),
  // What everybody can read has no side.
  "public answer that stands": async (scene) =>
    publicAnswer(sql`state = 'sent', sent_at = now(), place = '{"uri": "a", "repo": "b", "rkey": "c"}'`)(scene, "ours", null),
} as const satisfies Record<string, Maker>

/** An account that was tried and kept. */
async function socialAccount(scene: Scene): Promise<string> {
  const made = randomUUID()
  await scene.run(sql`
    insert into social_accounts (id, kind, name, settings, author_key, handle, counting, approval, checked_at, created_by, created_at, updated_at)
    values (${made}, 'bluesky', 'Rousseau', '{"pds": "https://bsky.social", "handle": "rousseau.example"}', ${`did:plc:${made}`}, '@rousseau.example',
      '{"most": 300, "bytes": 3000, "link": null, "shortNames": false}', 'nobody', now(), 'system:test', now(), now())`)
  return made
}

const ANSWERABLE = new WeakMap<Scene, Promise<{ mentionId: string; accountId: string }>>()
const IN_SIGHT = new WeakMap<Scene, Map<Side, Promise<string>>>()

/** A mention that a Bluesky account can answer: one for the whole scene. */
export function answerable(scene: Scene): Promise<{ mentionId: string; accountId: string }> {
  const known = ANSWERABLE.get(scene) ?? toldThere(scene)
  ANSWERABLE.set(scene, known)
  return known
}

async function toldThere(scene: Scene): Promise<{ mentionId: string; accountId: string }> {
  const url = "https://bsky.app/profile/did:plc:maya/post/3kmaya2222222"
  const { items } = await scene.must("POST", "/api/mentions", { source: "Network", mentions: [{ url, text: "Where is my bouquet?" }] })
  return { mentionId: items[0].id, accountId: await socialAccount(scene) }
}

async function publicDraft(scene: Scene, side: Side): Promise<{ id: string }> {
  const { mentionId, accountId } = await answerable(scene)
  const cases = IN_SIGHT.get(scene) ?? new Map<Side, Promise<string>>()
  IN_SIGHT.set(scene, cases)
  const known = cases.get(side) ?? scene.mail(side).then(({ case: caseId }) => caseId)
  cases.set(side, known)
  return scene.must("POST", `/api/mentions/${mentionId}/answers`, { accountId, text: "We look into it.", caseId: await known })
}

/** An answer in public that stands like this now. */
function publicAnswer(set: ReturnType<typeof sql>): Maker {
  return async (scene, side) => {
    const answer = await publicDraft(scene, side)
    await scene.run(sql`update public_answers set ${set} where id = ${answer.id}`)
    return id(answer.id)
  }
}

/** A mention, told under a source of its own. */
function told(scene: Scene) {
  return scene.must("POST", "/api/mentions", { source: `Forum ${randomUUID()}`, mentions: [{ text: "Where is my bouquet?" }] })
}

/** A mention of nothing else that is said, gathered and read. */
async function gathered(scene: Scene): Promise<string> {
  const mentions = [{ text: `Where is ${randomUUID().replaceAll("-", " ")}?` }]
  const { items } = await scene.must("POST", "/api/mentions", { source: `Forum ${randomUUID()}`, mentions })
  await scene.inside.house.settle()
  return items[0].id
}

async function article(scene: Scene): Promise<string> {
  return (await scene.must("POST", "/api/articles", { language: "en", title: "Parcels", body: "Look here." })).id
}

/** A file that begins as a picture does. */
export function pictureForm(): FormData {
  const form = new FormData()
  form.set("file", new File([Buffer.from("89504e470d0a1a0a", "hex")], "dot.png", { type: "image/png" }))
  return form
}

export type ObjectName = keyof typeof objects

async function savedView(scene: Scene, owner: string, shared: string): Promise<string> {
  const made = randomUUID()
  await scene.run(sql`
    insert into saved_views (id, name, icon, query, sort, owner_id, shared, created_at, updated_at)
    values (${made}, 'Tulips', 'all', '{"match":"all","parts":[]}', 'newest', ${owner}, ${shared}, now(), now())`)
  return made
}

async function newAutomation(scene: Scene, side: Side): Promise<{ id: string }> {
  return scene.must("POST", "/api/automation/rules", {
    name: side === "theirs" ? "zephyr" : "tulip",
    trigger: { on: "snooze-over" },
    conditions: { match: "all", parts: [] },
    actions: [{ do: "tag", tags: [side === "theirs" ? "zephyr" : "tulip"] }],
    inboxIds: [scene.inboxes[side]],
  })
}

async function newWebhook(scene: Scene, side: Side): Promise<{ id: string }> {
  const body = {
    name: side === "theirs" ? "zephyr" : "tulip",
    url: "https://192.0.2.1/", // kept for documents (RFC 5737): refused without a question to anybody,
    events: ["case.unsplit"], // of every event, sending would be most of what a run does
    inboxIds: [scene.inboxes[side]],
  }
  return (await scene.must("POST", "/api/webhooks", body)).webhook
}

export function calendar() {
  return { name: `Hours ${randomUUID()}`, timeZone: "Europe/Paris", spans: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }] }
}

/** There is one rule for an inbox and a priority: the one that stood there makes way. */
export async function newRule({ scene }: { scene: Scene }) {
  const { id: calendarId } = await scene.must("POST", "/api/calendars", calendar())
  for (const rule of (await scene.must("GET", "/api/deadline-rules")).items) await scene.must("DELETE", `/api/deadline-rules/${rule.id}`)
  return { calendarId, inboxId: scene.inboxes.ours, firstAnswer: 60 }
}
