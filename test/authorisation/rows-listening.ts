import type { Row } from "./rows.ts"

const watch = { name: "Bouquets", query: "bouquet NEAR/5 retard" }
/** A kind that appears by itself: nothing is asked outside. */
const source = { kind: "api", settings: {} }

/** Watches, sources, mentions: public words, which everybody at the desk may read. */
export const listeningRows = {
  "GET /api/watches": { who: "observer", ok: 200 },
  "POST /api/watches": { who: "agent", ok: 201, body: () => watch },
  "POST /api/watches/preview": { who: "agent", ok: 200, body: () => ({ query: "bouquet" }) },
  "GET /api/watches/{id}": { who: "observer", names: "watch", ok: 200 },
  "PATCH /api/watches/{id}": { who: "agent", names: "watch", ok: 200, body: () => ({ name: "Flowers" }) },
  "DELETE /api/watches/{id}": { who: "lead", names: "watch", ok: 204, fresh: "object" },
  "GET /api/watches/{id}/revisions": { who: "observer", names: "watch", ok: 200 },
  "GET /api/watches/{id}/mentions": { who: "observer", names: "watch", ok: 200, queries: ["words=bouquet", "kind=post"] },
  "GET /api/watches/{id}/counts": { who: "observer", names: "watch", ok: 200, queries: ["step=day"] },

  "GET /api/watches/{id}/news": { who: "observer", names: "watch", ok: 200 },
  "GET /api/voices": { who: "observer", ok: 404, query: "watches=018f0000-0000-7000-8000-000000000000" },

  "GET /api/mentions": { who: "observer", ok: 200, queries: ["words=bouquet"] },
  "GET /api/exports/mentions.csv": { who: "observer", ok: 200, queries: ["words=bouquet"] },
  "POST /api/mentions": { who: "agent", ok: 200, body: () => ({ mentions: [{ text: "Where is my bouquet?" }] }) },
  "GET /api/mentions/{id}": { who: "observer", names: "mention", ok: 200 },

  "GET /api/sources": { who: "observer", ok: 200 },
  "GET /api/sources/kinds": { who: "observer", ok: 200 },
  "POST /api/sources": { who: "lead", ok: 422, body: () => source },
  "POST /api/sources/try": { who: "lead", ok: 200, body: () => source },
  "GET /api/sources/{id}": { who: "observer", names: "source", ok: 200 },
  "PATCH /api/sources/{id}": { who: "lead", names: "source", ok: 200, body: () => ({ place: "forum" }) },
  "DELETE /api/sources/{id}": { who: "lead", names: "source", ok: 204, fresh: "object" },
  "POST /api/sources/{id}/read": { who: "lead", names: "source", ok: 202 },
  "GET /api/sources/{id}/events": { who: "observer", names: "source", ok: 200 },
  "GET /api/sources/{id}/coverage": { who: "observer", names: "source", ok: 200 },

  "GET /api/alarms": { who: "observer", ok: 200, queries: ["open=true", "topic=late"] },
  "GET /api/alarms/{id}": { who: "observer", names: "alarm", ok: 200 },
  "POST /api/alarms/{id}/verdict": { who: "agent", names: "alarm", ok: 200, body: () => ({ verdict: "right" }) },
  "GET /api/stories": { who: "observer", ok: 200, queries: ["least=1", "words=bouquet"] },
  "GET /api/stories/{id}": { who: "observer", names: "story", ok: 200 },
  "GET /api/stories/{id}/mentions": { who: "observer", names: "story", ok: 200 },
  "PATCH /api/stories/{id}": { who: "agent", names: "story", ok: 200, body: () => ({ title: "The bouquets" }) },
  "POST /api/stories/{id}/merge": { who: "agent", names: "story", ok: 422, body: ({ params }) => ({ into: params["id"] }) },
  "POST /api/stories/{id}/split": { who: "agent", names: "story", ok: 422, body: ({ params }) => ({ mentions: [params["id"]] }) },
  "POST /api/story-moves/{id}/undo": { who: "agent", names: "storyMove", ok: 200, fresh: "object" },
  "POST /api/stories/{id}/claims": { who: "agent", names: "story", ok: 201, body: () => ({ claim: "The bouquets were poisoned" }) },
  "POST /api/story-claims/{id}/state": { who: "agent", names: "claim", ok: 200, body: () => ({ state: "denied" }) },
  "POST /api/story-claims/{id}/answers": { who: "agent", names: "claim", ok: 201, body: () => ({ answer: "They were not." }) },
  "GET /api/mentions/{id}/reading": { who: "observer", names: "readMention", ok: 200 },
  "POST /api/mentions/{id}/corrections": {
    who: "agent",
    names: "readMention",
    ok: 200,
    body: () => ({ about: "tone", said: "neutral" }),
  },
  "GET /api/tone/accuracy": { who: "observer", ok: 200 },

  "GET /listening/push/{id}": { who: "anybody", ok: 404 },
  "POST /listening/push/{id}": { who: "anybody", ok: 404 },
} as const satisfies Readonly<Record<string, Row>>
