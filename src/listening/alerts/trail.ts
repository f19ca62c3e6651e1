import { agentNames } from "#people"
import type { Reader } from "#platform"
import { alertRoom, CHANNELS, type Telling } from "./tables.ts"
import type { AlarmTrailView } from "./views.ts"

/** Who was told of an alarm, by what and when, who saw it and who took it: the earliest first. */
export async function trailOf(reader: Reader, alarmId: string): Promise<AlarmTrailView[]> {
  const tables = alertRoom(reader)
  const events = await tables.selectFrom("alarm_events").selectAll().where("alarm_id", "=", alarmId).orderBy("n").execute()
  const tellings = await tables.selectFrom("alarm_tellings").selectAll().where("alarm_id", "=", alarmId).execute()
  const names = await agentNames(reader, [
    ...new Set([...tellings.map(({ agent_id }) => agent_id), ...events.flatMap(({ by_actor }) => agentIn(by_actor) ?? [])]),
  ])
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const toldIn = (of: (telling: Telling) => boolean): AlarmTrailView["told"] =>
    [...Map.groupBy(tellings.filter(of), ({ agent_id }) => agent_id)]
      .map(([id, all]) => ({
        agent: { id, name: name(id) ?? "" },
        ways: all.toSorted((a, b) => CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel)).map(wayOf),
      }))
      .toSorted((a, b) => a.agent.name.localeCompare(b.agent.name))
  return events.map(({ at, what, step, by_actor }) => ({
    at: at.toISOString(),
    what,
    step,
    by: { ref: by_actor, name: name(agentIn(by_actor)) },
    told:
      what === "step"
        ? toldIn((telling) => telling.step === step && telling.channel !== "end")
        : what === "over"
          ? toldIn(({ channel }) => channel === "end")
          : [],
  }))
}

const agentIn = (ref: string): string | null => (ref.startsWith("agent:") ? ref.slice("agent:".length) : null)

function wayOf({ channel, state, because, told_at, due_at }: Telling): AlarmTrailView["told"][number]["ways"][number] {
  const at = told_at ?? (state === "held" ? due_at : null)
  return { channel, state, because, at: at?.toISOString() ?? null }
}
