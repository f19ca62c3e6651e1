import type { z } from "@hono/zod-openapi"
import type { Reader } from "#platform"
import type { PersonActor } from "../actor.ts"
import { accessAgent } from "../agents/find-agent.ts"
import { presentAgent, presentInboxes } from "../agents/views.ts"
import { passkeysOf } from "../passkeys/list-passkeys.ts"
import { sessionsOf } from "../sessions/list-sessions.ts"
import { teamsByIds } from "../teams/list-teams.ts"
import { owesSecondStep } from "../two-step/second-step.ts"
import type { meView } from "./views.ts"

type Me = z.infer<typeof meView>

/** Whoever asks, about themselves. A token sees its own rights, and nobody's sessions. */
export async function readMe(reader: Reader, actor: PersonActor): Promise<Me> {
  const inboxes = actor.inboxes === "every" ? "every" : [...actor.inboxes]
  if (actor.kind === "token") return { ...ofToken(actor), inboxes }
  const agent = await accessAgent(reader, actor.id)
  return {
    ...presentAgent(agent),
    kind: "agent",
    inboxes,
    teams: await teamsByIds(reader, agent.teams),
    signature: agent.signature,
    hasPassword: agent.hasPassword,
    twoStep: await owesSecondStep(reader, agent.id),
    passkeys: (await passkeysOf(reader, agent.id)).map(({ createdAt, usedAt, ...key }) => ({
      ...key,
      createdAt: createdAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    })),
    sessions: (await sessionsOf(reader, agent.id)).map(({ createdAt, seenAt, ...session }) => ({
      ...session,
      current: session.id === actor.session,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
    })),
  }
}

function ofToken({ id, name, role, language, timeZone, inboxes }: PersonActor): Omit<Me, "inboxes"> {
  const own = { id, name, role, language, timeZone, inboxIds: presentInboxes(inboxes), email: null, disabled: false, signedInAt: null }
  return { ...own, kind: "token", teams: [], signature: "", hasPassword: false, twoStep: false, passkeys: [], sessions: [] }
}
