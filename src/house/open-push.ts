import type { OpenAPIHono } from "@hono/zod-openapi"
import { teamsWaiting } from "#cases"
import { type PeopleEnv, standingAgents } from "#people"
import type { FactFeed, Jobs, SafeFetch, Subscriber, TakesTogether } from "#platform"
import { keepVapidKeys, pushRoutes, PushWorker, tellBrowsers } from "#push"
import type { Ground } from "./ground.ts"
import { pushWords } from "./push-words.ts"

/** After these there may be something to send. */
const TELLING: ReadonlySet<string> = new Set([
  "message.received",
  "note.added",
  "case.opened",
  "case.assigned",
  "case.promise-broken",
  "alarm.told",
  "answer.asked",
  "answer.sent-back",
  "answer.failed",
])

export interface OpenPush {
  routes: OpenAPIHono<PeopleEnv>
  settled(): Promise<void>
  close(): Promise<void>
}

/** What reaches agents in their browsers while no desk is open there. */
export async function openPush({ db, keys, log, config }: Ground, feed: FactFeed, jobs: Jobs, outbound: SafeFetch): Promise<OpenPush> {
  const contact = config.url.protocol === "https:" ? config.url.origin : `mailto:vigie@${config.url.hostname}`
  // Nothing leaves the example company.
  const compose = config.demo ? () => Promise.resolve(null) : pushWords
  const worker = new PushWorker({ db, keys, log, jobs, outbound, contact, compose })
  db.subscribe("alarm.told", tellAlarms)
  db.subscribe("case.opened", tellTeam)
  db.subscribe("case.assigned", tellTeam)
  await db.transact((tx) => keepVapidKeys(tx, keys))
  await jobs.work(worker.due)
  await jobs.every("* * * * *", worker.clock)
  const unlisten = feed.listen(({ kind }) => TELLING.has(kind) && worker.wake())
  return {
    routes: pushRoutes({ db, keys, wake: () => worker.wake() }),
    settled: () => worker.settled(),
    close: async () => {
      unlisten()
      await worker.close()
    },
  }
}

/** alarm.told: the server says when, for it knows everybody's wishes and hours. */
const tellAlarms: Subscriber = async (tx, { audience, data }) => {
  const alarms = data?.["alarms"]
  if (typeof audience !== "object" || !("agent" in audience) || !Array.isArray(alarms)) return
  await tellBrowsers(tx, [{ agentId: audience.agent, about: { kind: "alarms", ids: alarms.map(String) } }])
}

/** Cases that came to a team, with nobody on them yet: told to all of the team but who gave them. */
const tellTeam: TakesTogether = {
  async together(tx, facts) {
    const came = facts.filter(({ kind, data }) => kind !== "case.assigned" || data?.["team"] !== data?.["teamBefore"])
    const by = new Map(came.flatMap(({ about, actor }) => (about.case ? [[about.case, actor] as const] : [])))
    for (const { id: caseId, team_id: teamId } of await teamsWaiting(tx, [...by.keys()])) {
      const agents = await standingAgents(tx, { teamIds: [teamId] })
      const told = agents.filter(({ id }) => by.get(caseId) !== `agent:${id}`)
      await tellBrowsers(
        tx,
        told.map(({ id: agentId }) => ({ agentId, about: { kind: "team", caseId, teamId } })),
      )
    }
  },
}
