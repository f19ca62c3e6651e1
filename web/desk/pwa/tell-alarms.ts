import { get } from "../api/request.ts"
import type { FeedFact } from "../api/types.ts"
import type { Words } from "../words/use-words.ts"
import { show } from "./show.ts"

/** Tells of surges when the server says that it is time: it knows the quiet hours, and what is over by their end. */
export async function tellAlarms({ data }: FeedFact, { say }: Words): Promise<void> {
  const alarms = Array.isArray(data?.["alarms"]) ? data["alarms"].map(String) : []
  const [first] = alarms
  if (first === undefined) return
  const { subject, people } = await get<{ subject: { name: string }; people: number }>(`/api/alarms/${first}`)
  const alone = alarms.length === 1
  await show(alone ? say("tell.alarm", { name: subject.name }) : say("tell.alarms", { count: alarms.length }), {
    body: alone ? say("tell.people", { count: people }) : subject.name,
    tag: `alarm:${first}`,
    data: alone ? `/listening/alarms/${first}` : "/listening/alarms",
  })
}
