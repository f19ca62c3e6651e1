import type { Row } from "./rows.ts"

const reader = { who: "observer", ok: 200 } as const
const writer = { who: "agent", ok: 200 } as const
const empty = () => ({})

const service = () => ({ baseUrl: "https://models.rousseau.example/v1", model: "small", helps: ["summary"], key: "secret" })

/** Knowledge: what colleagues write down, what the public reads of it, and help with writing. */
export const knowledgeRows: Readonly<Record<string, Row>> = {
  "GET /api/articles": { ...reader, queries: ["q=parcel", "q=zephyr", "filter=drafts&limit=200", "filter=archived"] },
  "POST /api/articles": { who: "agent", ok: 201, body: () => ({ language: "en", title: "Parcels", body: "Look here." }) },
  "POST /api/messages/{id}/article": { who: "agent", names: "answer that can be taken back", ok: 201 },
  "GET /api/articles/{id}": { ...reader, names: "article" },
  "PATCH /api/articles/{id}": { ...writer, names: "article", body: () => ({ tags: ["parcels"] }), ids: { ownerId: "unknown" } },
  "POST /api/articles/{id}/reviewed": { ...writer, names: "article", body: empty },
  "POST /api/articles/{id}/archive": { who: "agent", names: "article", fresh: "object", ok: 204 },
  "POST /api/articles/{id}/restore": { who: "agent", names: "article", fresh: "object", ok: 204 },
  "PUT /api/articles/{id}/texts/{language}": {
    ...writer,
    names: "article text",
    fresh: "object",
    body: () => ({ title: "Parcels", body: "Look there.", revision: 1 }),
  },
  "POST /api/articles/{id}/texts/{language}/publish": { ...writer, names: "article text", body: empty },
  "POST /api/articles/{id}/texts/{language}/use": {
    ...writer,
    names: "published article",
    body: () => ({ version: 1 }),
  },
  "POST /api/articles/{id}/texts/{language}/withdraw": { who: "agent", names: "article text", fresh: "object", ok: 204 },
  "GET /api/articles/{id}/texts/{language}/versions": { ...reader, names: "article text" },
  "POST /api/articles/{id}/insert": {
    ...writer,
    names: "published article",
    body: async ({ scene }) => ({ conversationId: (await scene.mail("ours")).conversation, language: "en" }),
    ids: { conversationId: "conversation" },
  },
  "GET /api/cases/{id}/articles": { ...reader, names: "case" },
  "POST /api/cases/{id}/articles/shown": { who: "observer", names: "case", ok: 204, body: () => ({ articleIds: [] }) },
  "POST /api/knowledge/pictures": { who: "agent", ok: 201 },
  "GET /api/knowledge/pictures/{id}": { ...reader, names: "picture" },

  "GET /help": { who: "anybody", ok: 200 },
  "GET /aide": { who: "anybody", ok: 200 },
  "GET /help/{slug}": { who: "anybody", ok: 404 },
  "GET /aide/{slug}": { who: "anybody", ok: 404 },
  "POST /help/{slug}/useful": { who: "anybody", ok: 422 },
  "POST /aide/{slug}/useful": { who: "anybody", ok: 422 },
  "GET /help/feed.xml": { who: "anybody", ok: 200 },
  "GET /aide/feed.xml": { who: "anybody", ok: 200 },
  "GET /help/sitemap.xml": { who: "anybody", ok: 200 },
  "GET /help/pictures/{id}": { who: "anybody", ok: 404 },

  "GET /api/writing": reader,
  "POST /api/writing": {
    who: "agent",
    ok: 409, // no service is set here: src/cases/writing-help/writing-help.test.ts asks one
    body: async ({ scene }) => ({ caseId: (await scene.mail("ours")).case, help: "answer" }),
    ids: { caseId: "case" },
  },
  "POST /api/writing/{id}/used": { who: "agent", names: "proposal", ok: 204 },
  "GET /api/settings/writing-help": { who: "admin", ok: 404 },
  "PUT /api/settings/writing-help": { who: "admin", ok: 200, body: service },
  "DELETE /api/settings/writing-help": { who: "admin", ok: 204 },
  "POST /api/settings/writing-help/try": { who: "admin", ok: 422 },
}
