import type { Row } from "./rows.ts"

/** A browser's, by the keys of RFC 8291, appendix A. */
const keys = {
  p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  auth: "BTBZMqHH6r4Tts7J_aSIgg",
}
const subscription = () => ({ endpoint: `https://push.example/${crypto.randomUUID()}`, keys })

/** Browsers that are told while no desk is open: one's own, in a session. */
export const pushRows = {
  "GET /api/push": { who: "observer", person: true, ok: 200 },
  "POST /api/push": { who: "observer", person: true, ok: 201, body: subscription },
  "DELETE /api/push/{id}": { who: "observer", person: true, names: "browser that is told", ok: 204, fresh: "object" },
  "POST /api/push/{id}/test": { who: "observer", person: true, names: "browser that is told", ok: 202, fresh: "object" },
} as const satisfies Readonly<Record<string, Row>>
