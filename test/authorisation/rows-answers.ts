import { answerable } from "./objects.ts"
import type { Row } from "./rows.ts"

const account = { kind: "bluesky", settings: { pds: "http://127.0.0.1", handle: "rousseau.example" }, secret: { appPassword: "abcd-efgh" } }
const read = () => ({ revision: 1 })

/** Answers in public: until they stand there, those written with a case in sight are for who sees that case. */
export const answerRows = {
  "GET /api/social-accounts": { who: "observer", ok: 200 },
  "POST /api/social-accounts/try": { who: "lead", ok: 200, body: () => account },
  "POST /api/social-accounts": { who: "lead", ok: 422, body: () => account },
  "PATCH /api/social-accounts/{id}": { who: "lead", names: "social account", ok: 200, body: () => ({ name: "Flowers" }) },
  "POST /api/social-accounts/{id}/check": { who: "lead", names: "social account", ok: 404 },
  "DELETE /api/social-accounts/{id}": { who: "lead", names: "social account", ok: 204, fresh: "object" },

  "GET /api/mentions/{id}/ways-to-answer": { who: "observer", names: "mention", ok: 200 },
  "GET /api/mentions/{id}/standing-answer": { who: "agent", names: "mention", ok: 422, query: "account=none" },
  "GET /api/public-answers": { who: "observer", ok: 200, queries: ["state=draft,asked"] },
  "GET /api/public-answers/{id}": { who: "observer", names: "public draft", ok: 200 },
  "POST /api/public-answers/check": {
    who: "agent",
    ok: 200,
    body: async ({ scene }) => ({ ...(await answerable(scene)), text: "We are sorry." }),
  },
  "POST /api/mentions/{id}/answers": {
    who: "agent",
    names: "mention",
    ok: 422,
    body: async ({ scene }) => ({ accountId: (await answerable(scene)).accountId, text: "We are sorry." }),
  },
  "PATCH /api/public-answers/{id}": {
    who: "agent",
    names: "public draft",
    ok: 200,
    fresh: "object",
    body: () => ({ ...read(), text: "We are very sorry." }),
  },
  "DELETE /api/public-answers/{id}": { who: "agent", names: "public draft", ok: 204, fresh: "object" },
  "POST /api/public-answers/{id}/submit": { who: "agent", names: "public draft", ok: 200, fresh: "object", body: read },
  "POST /api/public-answers/{id}/releases": {
    who: "agent",
    names: "public draft",
    ok: 404,
    body: () => ({ kind: "name", text: "Rousseau", reason: "Our own." }),
  },
  "POST /api/public-answers/{id}/approve": {
    who: "lead",
    person: true,
    names: "public answer that is asked for",
    ok: 200,
    fresh: "object",
    body: read,
  },
  "POST /api/public-answers/{id}/send-back": {
    who: "lead",
    person: true,
    names: "public answer that is asked for",
    ok: 200,
    fresh: "object",
    body: () => ({ ...read(), reason: "Warmer." }),
  },
  "POST /api/public-answers/{id}/undo": { who: "agent", names: "public answer on its way", ok: 200, fresh: "object", body: () => ({}) },
  "POST /api/public-answers/{id}/withdraw": {
    who: "agent",
    names: "public answer that stands",
    ok: 200,
    fresh: "object",
    body: () => ({ reason: "Said twice." }),
  },
  "POST /api/public-answers/{id}/look": {
    who: "agent",
    names: "public answer that is uncertain",
    ok: 200,
    fresh: "object",
    body: () => ({}),
  },
  "POST /api/public-answers/{id}/saw": {
    who: "agent",
    names: "public answer that is uncertain",
    ok: 200,
    fresh: "object",
    body: () => ({ there: false }),
  },
} as const satisfies Readonly<Record<string, Row>>
