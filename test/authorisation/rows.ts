// One table, because a route without its row must be seen at a glance.
import { randomUUID } from "node:crypto"
import { TOTP } from "otpauth"
import type { Role } from "#people"
import { calendar, newRule, type ObjectName, type Params } from "./objects.ts"
import type { Caller, Scene } from "./scene.ts"
import { answerRows } from "./rows-answers.ts"
import { automationRows } from "./rows-automation.ts"
import { movingRows } from "./rows-moving.ts"
import { figuresRows } from "./rows-figures.ts"
import { listeningRows } from "./rows-listening.ts"
import { knowledgeRows } from "./rows-knowledge.ts"
import { pushRows } from "./rows-push.ts"
import { panelRows } from "./rows-panel.ts"
import { pageRows } from "./rows-pages.ts"
import { tieRows } from "./rows-ties.ts"
import { alertRows } from "./rows-alerts.ts"
import { viewRows } from "./rows-views.ts"

/** What a body is made with: who asks, and what the path names. */
export interface Around {
  scene: Scene
  caller: Caller
  params: Params
}

/** One route: who may, what its path names, and what a caller who may gets. */
export interface Row {
  /** The least role that may; `anybody`: nobody needs to be signed in. */
  who: "anybody" | Role
  /** One's own affair: an agent's, in a session. A token has none. */
  person?: true
  /** What the path names. */
  names?: ObjectName
  /** The call uses up what it names, or changes the caller: a new one each time. */
  fresh?: "object" | "caller"
  body?: (around: Around) => unknown
  /** Answered to a caller who may. */
  ok: number | number[]
  /** Answered when it isn't there, or isn't theirs to know of; 404 unless said. */
  absent?: number
  /** Always asked with this. */
  query?: string
  /** Also asked with these, which must show nothing of the other inbox. */
  queries?: readonly string[]
  /** Ids in the body, by path: what is named there must be ours too. */
  ids?: Readonly<Record<string, ObjectName | "unknown">>
  /** Why it may tell ids of the other inbox. */
  tells?: string
}

const nothing = () => undefined
const empty = () => ({})
const unique = (word: string) => `${word} ${randomUUID()}`
const later = "2026-12-24T12:00:00Z"
const reader = { who: "observer", ok: 200 } as const
const change = { who: "agent", ok: 200 } as const

async function another(around: Around, name: "case" | "contact"): Promise<string> {
  return (await around.scene.mail("ours"))[name]
}

async function begunTwoStep({ scene, caller }: Around) {
  const begun = await scene.inside.house.app.request("/api/me/two-step", { method: "POST", headers: caller.headers })
  const { secret } = (await begun.json()) as { secret: string }
  return { code: new TOTP({ secret }).generate({ timestamp: scene.inside.clock.now().getTime() }) }
}

const made = { id: "AAAA", rawId: "AAAA", type: "public-key", response: { clientDataJSON: "AAAA", attestationObject: "AAAA" } }
const shown = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
}
const sso = { issuer: "https://login.rousseau.example", clientId: "vigie", clientSecret: "s", name: "Rousseau" }
const fact = () => ({ kind: "order", state: "placed", source: "shop", key: randomUUID(), occurredAt: "2026-11-01T20:00:00Z" })
const wishes = { channels: ["mail"], hours: [{ days: [1], from: "09:00", to: "18:00" }], timeZone: "Europe/Paris" }

/** Nothing listens there: a look ends at once. */
const elsewhere = () => ({ host: "127.0.0.1", port: 1, security: "none", username: randomUUID(), password: "secret" })

/** Every route of the house. One that stands here and nowhere else, or nowhere here, fails the test by its name. */
export const rows: Readonly<Record<string, Row>> = {
  // The house
  "GET /api/health": { who: "anybody", ok: 200 },
  "GET /api/openapi.json": { who: "anybody", ok: 200 },
  "GET /api/feed": { ...reader, queries: ["after=0"] },
  "GET /api/audit": { who: "admin", ok: 200, tells: "the chain is whole or it proves nothing; it holds ids and codes, no words" },
  "GET /metrics": { who: "anybody", ok: 200 },
  "GET /public/*": { who: "anybody", ok: 404 },
  "GET /*": { who: "anybody", ok: [200, 404] },

  // Signing in
  "GET /api/sign-in/ways": { who: "anybody", ok: 200 },
  "POST /api/sign-in/password": { who: "anybody", ok: 401, body: () => ({ email: "camille@rousseau.example", password: "wrong" }) },
  "POST /api/sign-in/code": { who: "anybody", ok: 401, body: () => ({ code: "123456" }) },
  "POST /api/sign-in/link": { who: "anybody", ok: 202, body: () => ({ email: "camille@rousseau.example" }) },
  "POST /api/sign-in/link/{token}": { who: "anybody", ok: 401, body: empty },
  "GET /sign-in/{token}": { who: "anybody", ok: 401 },
  "POST /api/sign-in/passkey/options": { who: "anybody", ok: 200 },
  "POST /api/sign-in/passkey": { who: "anybody", ok: 401, body: () => shown },
  "GET /api/sign-in/sso": { who: "anybody", ok: 401 },
  "GET /api/sign-in/sso/callback": { who: "anybody", ok: 401 },
  "POST /api/sign-out": { who: "observer", fresh: "caller", ok: 204, body: empty },

  // Oneself
  "GET /api/me": reader,
  "PATCH /api/me": { who: "observer", person: true, ok: 200, body: () => ({ language: "en" }) },
  "GET /api/me/preferences": { who: "observer", person: true, ok: 200 },
  "PATCH /api/me/preferences": { who: "observer", person: true, ok: 200, body: () => ({ density: "compact" }) },
  "PUT /api/me/password": { who: "observer", person: true, fresh: "caller", ok: 204, body: () => ({ next: "quatre murs et un toit" }) },
  "DELETE /api/me/sessions/{id}": { who: "observer", person: true, names: "session", ok: 204, fresh: "object" },
  "POST /api/me/two-step": { who: "observer", person: true, fresh: "caller", ok: 200 },
  "POST /api/me/two-step/confirm": { who: "observer", person: true, fresh: "caller", ok: 200, body: begunTwoStep },
  "DELETE /api/me/two-step": { who: "observer", person: true, fresh: "caller", ok: 204 },
  "POST /api/me/passkeys/options": { who: "observer", person: true, ok: 200 },
  "POST /api/me/passkeys": { who: "observer", person: true, ok: 422, body: () => ({ name: "Key", response: made }) },
  "PATCH /api/me/passkeys/{id}": { who: "observer", person: true, names: "passkey", ok: 204, body: () => ({ name: "Laptop" }) },
  "DELETE /api/me/passkeys/{id}": { who: "observer", person: true, names: "passkey", ok: 204, fresh: "object" },

  // People
  "GET /api/agents": reader,
  "GET /api/agents/{id}": { ...reader, names: "agent" },
  "POST /api/agents": {
    who: "admin",
    ok: 201,
    body: ({ scene }) => ({ email: `${randomUUID()}@rousseau.example`, inboxIds: scene.seen }),
    ids: { "inboxIds.0": "inbox" },
  },
  "PATCH /api/agents/{id}": { who: "admin", names: "agent", ok: 200, body: () => ({ name: "Ines Okafor" }) },
  "POST /api/agents/{id}/disable": { who: "admin", names: "agent", ok: 200, fresh: "object", body: empty },
  "POST /api/agents/{id}/enable": { who: "admin", names: "disabled agent", fresh: "object", ok: 200 },
  "POST /api/agents/{id}/sign-in-link": { who: "admin", names: "agent", ok: 200 },
  "DELETE /api/agents/{id}/two-step": { who: "admin", names: "agent", ok: 204 },
  "GET /api/teams": reader,
  "POST /api/teams": { who: "lead", ok: 201, body: () => ({ name: unique("Team"), agentIds: [] }), ids: { "agentIds.0": "unknown" } },
  "PATCH /api/teams/{id}": { who: "lead", names: "team", ok: 200, body: () => ({ name: unique("Team") }) },
  "DELETE /api/teams/{id}": { who: "lead", names: "team", ok: 204, fresh: "object" },
  "GET /api/tokens": { who: "admin", ok: 200 },
  "POST /api/tokens": {
    who: "admin",
    ok: 201,
    body: ({ scene }) => ({ name: unique("Token"), role: "observer", inboxIds: scene.seen }),
    ids: { "inboxIds.0": "inbox" },
  },
  "DELETE /api/tokens/{id}": { who: "admin", names: "token", ok: 204, fresh: "object" },
  "GET /api/settings/sso": { who: "admin", ok: 404 },
  "PUT /api/settings/sso": { who: "admin", ok: 200, body: () => sso },
  "DELETE /api/settings/sso": { who: "admin", ok: 204 },

  // Contacts
  "GET /api/contacts": { ...reader, queries: ["q=zephyr", "q=customer", "limit=200"] },
  "POST /api/contacts": { who: "agent", ok: 201, body: () => ({ name: "Amadou Diallo" }) },
  "GET /api/contacts/{id}": { ...reader, names: "contact" },
  "PATCH /api/contacts/{id}": { ...change, names: "contact", body: () => ({ organisation: "Atelier Diallo" }) },
  "PUT /api/contacts/{id}/wishes": { ...change, names: "contact", body: () => wishes },
  "POST /api/contacts/{id}/identities": {
    who: "agent",
    names: "contact",
    ok: 201,
    body: () => ({ kind: "reference", network: "shop", value: randomUUID() }),
  },
  "PATCH /api/contacts/{id}/identities/{identityId}": { ...change, names: "identity", body: () => ({ verified: true }) },
  "DELETE /api/contacts/{id}/identities/{identityId}": { ...change, names: "identity", fresh: "object" },
  "POST /api/contacts/{id}/facts": { who: "agent", names: "contact", ok: 201, body: fact },
  "GET /api/contacts/{id}/facts": { ...reader, names: "contact" },
  "GET /api/contacts/{id}/suggestions": { ...reader, names: "contact" },
  "POST /api/contacts/suggestions/{id}/refuse": { who: "agent", names: "proposed merge of contacts", ok: 204, fresh: "object" },
  "POST /api/contacts/{id}/merge": {
    who: "agent",
    names: "contact",
    ok: 201,
    fresh: "object",
    body: async (around) => ({ with: await another(around, "contact") }),
    ids: { with: "contact" },
  },
  "POST /api/contacts/merges/{id}/undo": { ...change, names: "merge of contacts", fresh: "object" },
  "GET /api/contacts/{id}/merges": { ...reader, names: "contact" },

  // Conversations
  "GET /api/conversations/{id}/messages": { ...reader, names: "conversation" },
  "GET /api/messages": { ...reader, query: "messageId=%3Cx@example%3E", queries: ["THEIRS"] },
  "GET /api/messages/{id}": { ...reader, names: "message" },
  "GET /api/messages/{id}/original": { ...reader, names: "message" },
  "GET /api/messages/{id}/html": { ...reader, names: "message" },
  "GET /api/messages/{id}/attachments/{attachmentId}": { ...reader, names: "attachment" },
  "GET /api/messages/{id}/attachments/{attachmentId}/picture": { who: "observer", names: "attachment", ok: 404 },
  "GET /api/messages/{id}/attachments/{attachmentId}/pages": { who: "observer", names: "attachment", ok: 404 },
  "GET /api/messages/{id}/attachments/{attachmentId}/pages/{page}": { who: "observer", names: "page of an attachment", ok: 404 },
  "GET /api/messages/{id}/attachments/{attachmentId}/lines": { ...reader, names: "attachment" },
  "GET /api/uploads/{id}/picture": { who: "observer", names: "upload", ok: 404 },
  "POST /api/related/{id}/accept": { ...change, names: "hint", fresh: "object" },
  "POST /api/related/{id}/refuse": { ...change, names: "hint", fresh: "object" },
  "POST /api/conversations/{id}/replies": {
    who: "agent",
    names: "conversation",
    ok: 202,
    body: () => ({ text: "We look into it.", sendAt: later }),
    ids: { answering: "message", "attachmentIds.0": "unknown" },
  },
  "POST /api/conversations": {
    who: "agent",
    ok: 202,
    body: ({ scene }) => ({
      inboxId: scene.inboxes.ours,
      to: { address: "ines@okafor.example" },
      subject: "Your order",
      text: "Hello",
      sendAt: later,
    }),
    ids: { inboxId: "inbox", "attachmentIds.0": "unknown" },
  },
  "GET /api/conversations/{id}/recipients": { ...reader, names: "conversation" },
  "POST /api/conversations/{id}/notes": {
    who: "agent",
    names: "conversation",
    ok: 201,
    body: () => ({ text: "A note" }),
    ids: { "mentions.0": "unknown", "teams.0": "unknown", "attachmentIds.0": "unknown" },
  },
  "PATCH /api/notes/{id}": { ...change, names: "note", fresh: "object", body: () => ({ text: "Another note" }) },
  "POST /api/messages/{id}/undo": { ...change, names: "answer that can be taken back", fresh: "object" },
  "POST /api/messages/{id}/retry": { ...change, names: "answer that failed", fresh: "object" },
  "POST /api/messages/{id}/discard": { ...change, names: "answer that failed", fresh: "object" },
  "POST /api/messages/{id}/send-now": { ...change, names: "answer that can be taken back", fresh: "object" },
  "POST /api/messages/{id}/keep-time": { ...change, names: "answer that asks again", fresh: "object" },
  "GET /api/outbox": { ...reader, queries: ["state=ready", "state=failed"] },
  "GET /api/conversations/{id}/drafts/{kind}": { ...reader, names: "draft" },
  "PUT /api/conversations/{id}/drafts/{kind}": { ...change, names: "draft", fresh: "object", body: () => ({ text: "Dear", version: 0 }) },
  "DELETE /api/conversations/{id}/drafts/{kind}": { who: "agent", names: "draft", ok: 204 },
  "GET /api/drafts/first": reader,
  "PUT /api/drafts/first": { who: "agent", ok: 200, fresh: "object", body: () => ({ text: "Dear", version: 0 }) },
  "DELETE /api/drafts/first": { who: "agent", ok: 204 },
  "GET /api/inboxes/{id}/recipients": { ...reader, names: "inbox" },
  "POST /api/uploads": { who: "agent", ok: 201, body: nothing },
  "GET /api/inboxes": reader,
  "POST /api/inboxes": { who: "admin", ok: 201, body: () => ({ address: `${randomUUID()}@rousseau.example` }), ids: { teamId: "unknown" } },
  "GET /api/inboxes/{id}": { ...reader, names: "inbox" },
  "PATCH /api/inboxes/{id}": {
    who: "admin",
    names: "inbox",
    ok: 200,
    body: () => ({ signature: "Maison Rousseau" }),
    ids: { teamId: "unknown" },
  },
  "DELETE /api/inboxes/{id}": { who: "admin", names: "inbox that may close", ok: 204 },

  "GET /api/mailboxes": { who: "admin", ok: 200 },
  "POST /api/mailboxes": {
    who: "admin",
    ok: 201,
    body: ({ scene }) => ({ inboxId: scene.inboxes.ours, ...elsewhere() }),
    ids: { inboxId: "inbox" },
  },
  "GET /api/mailboxes/{id}": { who: "admin", names: "mailbox", ok: 200 },
  "PATCH /api/mailboxes/{id}": { who: "admin", names: "mailbox", ok: 200, body: () => ({ paused: true }) },
  "DELETE /api/mailboxes/{id}": { who: "admin", names: "mailbox", ok: 204, fresh: "object" },
  "POST /api/mailboxes/{id}/check": { who: "admin", names: "mailbox", ok: 200 },

  // Signing
  "GET /api/dkim": { who: "admin", ok: 200 },
  "POST /api/dkim": { who: "admin", ok: 201, body: () => ({ domain: "maison-rousseau.example" }) },
  "DELETE /api/dkim/{domain}": { who: "admin", names: "domain", ok: 204, absent: 422, tells: "says back the domain that was asked for" },

  // Templates and presence
  "GET /api/templates": reader,
  "POST /api/templates": {
    who: "lead",
    ok: 201,
    body: () => ({ name: "Sorry", reach: "everybody", textEn: "Sorry" }),
    ids: { teamId: "unknown" },
  },
  "PATCH /api/templates/{id}": {
    ...change,
    who: "lead",
    names: "template",
    body: () => ({ name: "Sorry again" }),
    ids: { teamId: "unknown" },
  },
  "DELETE /api/templates/{id}": { who: "lead", names: "template", ok: 204, fresh: "object" },
  "POST /api/templates/{id}/restore": { ...change, who: "lead", names: "removed template", fresh: "object" },
  "POST /api/templates/{id}/used": { who: "agent", names: "template", ok: 204 },
  "GET /api/cases/{id}/template-fields": { ...reader, names: "case" },
  "GET /api/presence": reader,
  "PUT /api/cases/{id}/presence": { ...reader, person: true, names: "case", body: () => ({ window: "w", doing: "viewing" }) },

  // Cases
  "GET /api/cases": {
    ...reader,
    queries: ["limit=200", "view=unassigned&sort=waiting", "view=all&sort=newest", "THEIR INBOX", "category=open", "view=waiting"],
  },
  "GET /api/views": reader,
  "GET /api/desk": { ...reader, queries: ["view=all", "view=unassigned"] },
  "GET /api/cases/{id}": { ...reader, names: "case" },
  "PATCH /api/cases/{id}": {
    ...change,
    names: "case",
    body: () => ({ priority: "high", tags: ["fragile"] }),
    ids: { ownerId: "unknown", teamId: "unknown" },
  },
  "GET /api/cases/{id}/timeline": { ...reader, names: "case" },
  "POST /api/cases/{id}/status": { ...change, names: "case", body: () => ({ category: "waiting" }) },
  "POST /api/cases/{id}/snooze": { ...change, names: "case", fresh: "object", body: () => ({ until: later }) },
  "POST /api/cases/{id}/resolve": { ...change, names: "case" },
  "POST /api/cases/{id}/reopen": { ...change, names: "case" },
  "POST /api/cases/{id}/spam": { ...change, names: "case", fresh: "object" },
  "POST /api/cases/{id}/seen": { who: "observer", ok: 204, person: true, names: "case" },
  "DELETE /api/cases/{id}/seen": { who: "observer", ok: 204, person: true, names: "case" },
  "POST /api/cases/{id}/follow": { ...change, person: true, names: "case" },
  "POST /api/cases/{id}/unfollow": { ...change, person: true, names: "case" },
  "POST /api/cases/{id}/promises": {
    who: "agent",
    names: "case",
    ok: 201,
    body: () => ({ text: "The bouquet", dueAt: later }),
    ids: { messageId: "message" },
  },
  "POST /api/promises/{id}/keep": { ...change, names: "promise", fresh: "object", body: empty },
  "POST /api/promises/{id}/break": { ...change, names: "promise", fresh: "object" },
  "POST /api/promises/{id}/withdraw": { ...change, names: "promise", fresh: "object" },
  "GET /api/cases/{id}/suggestions": { ...reader, names: "case" },
  "POST /api/suggestions/{id}/accept": { who: "agent", names: "suggestion", ok: 201, fresh: "object", body: empty },
  "POST /api/suggestions/{id}/refuse": { who: "agent", names: "suggestion", ok: 204, fresh: "object" },
  "POST /api/suggestions/{id}/recall": { who: "agent", names: "suggestion", ok: 204, fresh: "object" },
  "POST /api/cases/{id}/decisions": { who: "agent", names: "case", ok: 201, body: () => ({ text: "We refund." }) },
  "POST /api/cases/{id}/links": {
    who: "agent",
    names: "case",
    ok: 201,
    body: async (around) => ({ caseId: await another(around, "case"), kind: "related" }),
    ids: { caseId: "case" },
  },
  "DELETE /api/links/{id}": { who: "agent", names: "link", ok: 204, fresh: "object" },
  "POST /api/cases/{id}/merge": {
    ...change,
    names: "case",
    fresh: "object",
    body: async (around) => ({ into: await another(around, "case") }),
    ids: { into: "case" },
  },
  "POST /api/cases/{id}/split": {
    who: "agent",
    names: "case of two conversations",
    ok: 201,
    fresh: "object",
    body: ({ params }) => ({ conversationId: params["conversation"] ?? randomUUID() }),
    ids: { conversationId: "conversation", fromMessageId: "message" },
  },
  "POST /api/merges/{id}/undo": { ...change, names: "merge", fresh: "object" },
  "POST /api/splits/{id}/undo": { ...change, names: "split", fresh: "object" },
  "POST /api/contradictions/{id}/dismiss": { who: "agent", names: "contradiction", ok: 204, fresh: "object" },
  "POST /api/contradictions/{id}/recall": { who: "agent", names: "contradiction", ok: 204, fresh: "object" },
  "GET /api/search": { ...reader, queries: ["q=parcel", "q=zephy", "q=%22haven%27t+received%22", "q=from:zephyr", "q=received&limit=200"] },

  // Settings
  "GET /api/statuses": reader,
  "POST /api/statuses": { who: "lead", ok: 201, body: () => ({ category: "open", nameEn: unique("Asked"), nameFr: unique("Demandé") }) },
  "PATCH /api/statuses/{id}": { who: "lead", names: "status", ok: 200, body: () => ({ nameEn: unique("Asked") }) },
  "GET /api/fields": reader,
  "POST /api/fields": { who: "lead", ok: 201, body: () => ({ key: `f${randomUUID().replaceAll("-", "")}`, name: "Colour", type: "text" }) },
  "PATCH /api/fields/{id}": { who: "lead", names: "field", ok: 200, body: () => ({ name: "Colour" }) },
  "GET /api/tags": reader,
  "GET /api/calendars": reader,
  "POST /api/calendars": { who: "lead", ok: 201, body: calendar },
  "PATCH /api/calendars/{id}": { who: "lead", names: "calendar", ok: 200, body: () => ({ name: unique("Hours") }) },
  "DELETE /api/calendars/{id}": { who: "lead", names: "calendar", ok: 204, fresh: "object" },
  "GET /api/deadline-rules": reader,
  "POST /api/deadline-rules": {
    who: "lead",
    ok: 201,
    body: newRule,
    ids: { calendarId: "unknown", inboxId: "inbox" },
  },
  "PATCH /api/deadline-rules/{id}": { who: "lead", names: "rule", ok: 200, body: () => ({ firstAnswer: 90 }), ids: { inboxId: "inbox" } },
  "DELETE /api/deadline-rules/{id}": { who: "lead", names: "rule", ok: 204, fresh: "object" },

  ...knowledgeRows,
  ...viewRows,
  ...figuresRows,
  ...automationRows,
  ...movingRows,
  ...listeningRows,
  ...tieRows,
  ...pageRows,
  ...pushRows,
  ...panelRows,
  ...alertRows,
  ...answerRows,
}
