import type { Row } from "./rows.ts"

const plan = { steps: [{ after: 0, keepers: true, agents: [], teams: [] }], stopsWhen: "taken", wakeFrom: null, throughQuiet: false }

/** Who is told of surges: of what is said in the open, everybody at the desk may know. */
export const alertRows = {
  "GET /api/alert-plans/{subject}/{id}": { who: "observer", names: "alert plan", ok: 200 },
  "PUT /api/alert-plans/{subject}/{id}": { who: "agent", names: "alert plan", ok: 200, body: () => plan },
  "GET /api/alarms/{id}/trail": { who: "observer", names: "alarm", ok: 200 },
  "GET /api/alarms/{id}/cases": { who: "observer", names: "alarm", ok: 200 },
  "POST /api/alarms/{id}/taking": { who: "agent", names: "alarm", ok: 204 },
  "DELETE /api/alarms/{id}/taking": { who: "agent", names: "alarm", ok: 204, fresh: "object" },
  "POST /api/alarms/{id}/seen": { who: "observer", person: true, names: "alarm", ok: 204 },
} as const satisfies Readonly<Record<string, Row>>
