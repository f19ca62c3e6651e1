import { setTimeout as wait } from "node:timers/promises"
import { TestRelay } from "../support/relay.ts"
import { Api } from "./api.ts"
import { handOver } from "./smtp-client.ts"
import { command, type Place, Victim } from "./victim.ts"

/** The places between an answer's first step out and the note that it is gone. */
export const SENDING_FAILPOINTS = ["after-sending-marked", "after-last-byte", "after-relay-250", "before-sent-marked"] as const

export interface SentOnce {
  answers: number
  sent: number
  uncertain: number
  wrong: string[]
}

interface Answer {
  id: string
  messageId: string
  state: string
  direction: string
}

/**
 * Answers customers while the server dies on the way out. What the relay was given is held against what the desk shows: sent means
 * given once; what may or may not have been given is uncertain; nothing is given twice.
 */
export async function killWhileSending(place: Place, failpoints: readonly string[], say: (line: string) => void): Promise<SentOnce> {
  const relay = await TestRelay.open()
  try {
    const reached = { ...place, settings: { ...place.settings, VIGIE_RELAY: relay.url.href, VIGIE_UNDO_SECONDS: "0" } }
    return await kill(reached, relay, failpoints, say)
  } finally {
    await relay.close()
  }
}

async function kill(place: Place, relay: TestRelay, failpoints: readonly string[], say: (line: string) => void): Promise<SentOnce> {
  await command(place, "inbox", "add", "--address", "care@shop.example")
  const conversations: string[] = []
  let victim = await Victim.start(place, null)
  const api = await Api.of(place)
  for (let n = 0; n <= failpoints.length; n++) conversations.push(await firstWords(api, place, n))
  await victim.stop()
  for (const [n, failpoint] of failpoints.entries()) {
    victim = await Victim.start(place, failpoint)
    await answer(api, conversations[n]!, n, victim)
    await victim.gone
    if ((n + 1) % 10 === 0) say(`${n + 1} of ${failpoints.length} kills on the way out`)
  }
  victim = await Victim.start(place, null)
  await answer(api, conversations[failpoints.length]!, failpoints.length, victim)
  const answers = await Promise.all(conversations.map((id) => settled(api, id)))
  const given = new Map<string, number>()
  for (const { bytes } of relay.mails) {
    const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(bytes)?.[1] ?? "?"
    given.set(messageId, (given.get(messageId) ?? 0) + 1)
  }
  const wrong = answers.flatMap((sent, n) => judge(sent, given, failpoints[n] ?? "without a kill"))
  await victim.stop()
  const count = (state: string) => answers.flat().filter((sent) => sent.state === state).length
  return { answers: answers.length, sent: count("sent"), uncertain: count("uncertain"), wrong }
}

/** A customer writes; gives the conversation that came of it. */
async function firstWords(api: Api, place: Place, n: number): Promise<string> {
  const messageId = `<first-${n}.${process.pid}@people.example>`
  const from = `amadou-${n}@people.example`
  const bytes = Buffer.from(
    `From: Amadou Diallo <${from}>\r\nTo: care@shop.example\r\nMessage-ID: ${messageId}\r\nSubject: Order ${n}\r\n\r\nWhere is it?`,
  )
  const reply = await handOver(place.smtp, { from, to: "care@shop.example", bytes })
  if (!reply.startsWith("250")) throw new Error(reply)
  for (;;) {
    const [found] = await api.items<{ conversationId: string }>(`/api/messages?messageId=${encodeURIComponent(messageId)}`)
    if (found) return found.conversationId
    await wait(20)
  }
}

/** Queues an answer; when the server dies before it has said so, the next one is asked again under the same key. */
async function answer(api: Api, conversationId: string, n: number, victim: Victim): Promise<void> {
  while (victim.alive) {
    try {
      const answered = await api.post(`/api/conversations/${conversationId}/replies`, { text: "It is on its way." }, `answer-${n}`)
      if (answered.status === 202) return
      throw new Error(`${answered.status} ${await answered.text()}`)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error // fetch: the connection ended
      await wait(10)
    }
  }
}

/** The answers of a conversation once nothing more will happen to them by itself. */
async function settled(api: Api, conversationId: string): Promise<Answer[]> {
  for (const end = Date.now() + 60_000; ;) {
    const answers = (await api.items<Answer>(`/api/conversations/${conversationId}/messages`)).filter(
      ({ direction }) => direction === "out",
    )
    const done = answers.length > 0 && answers.every(({ state }) => ["sent", "uncertain", "failed", "held"].includes(state))
    if (done || Date.now() > end) return answers
    await wait(50)
  }
}

function judge(answers: readonly Answer[], given: ReadonlyMap<string, number>, failpoint: string): string[] {
  if (answers.length !== 1) return [`${failpoint}: ${answers.length} answers instead of one`]
  const [{ messageId, state }] = answers as [Answer]
  const times = given.get(messageId) ?? 0
  if (times > 1) return [`${failpoint}: given to the relay ${times} times`]
  if (state === "sent" && times === 0) return [`${failpoint}: called sent, but the relay has never had it`]
  return state === "sent" || state === "uncertain" ? [] : [`${failpoint}: ${state}`]
}
