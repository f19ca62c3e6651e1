import { html } from "hono/html"
import type { Agent } from "#people"
import type { Reader } from "#platform"
import { say } from "#words"
import { factsOf } from "./alarm-facts.ts"
import { type AlertWords, alertWords, listsIn, momentIn } from "./alert-words.ts"
import { alarmsCalled, type CalledAlarm } from "./subject.ts"
import { alertRoom, type Telling } from "./tables.ts"

interface Part extends AlertWords {
  /** Where it stands at the desk. */
  href: string
}

/** What one person is told in one mail: an alarm, that one is over, or all that was held for them. Null: of nothing that is still there. */
export async function composeAlert(
  reader: Reader,
  agent: Agent,
  tellings: readonly Telling[],
  url: URL,
): Promise<{ subject: string; text: string; html: string } | null> {
  const alarms = new Map(
    (
      await alarmsCalled(
        reader,
        tellings.map(({ alarm_id }) => alarm_id),
      )
    ).map((alarm) => [alarm.id, alarm]),
  )
  const there = tellings.flatMap(({ alarm_id, channel }) => {
    const alarm = alarms.get(alarm_id)
    return alarm ? [{ alarm, isEnd: channel === "end" }] : []
  })
  const first = there[0]
  if (!first) return null
  const parts: Part[] = []
  for (const { alarm, isEnd } of there) {
    const words = isEnd ? await endWords(reader, agent, alarm) : alertWords(agent, await factsOf(reader, agent, alarm))
    parts.push({ ...words, href: new URL(`/listening/alarms/${alarm.id}`, url).href })
  }
  const { language } = agent
  const held = tellings.some(({ because }) => because === "quiet")
  const intro = held ? say(language, "listening.alertMail.held", { count: parts.length }) : ""
  const wishes = new URL("/settings/account", url).href
  return { subject: subjectOf(agent, there), text: asText(agent, intro, parts, wishes), html: await asHtml(agent, intro, parts, wishes) }
}

function subjectOf({ language }: Agent, there: readonly { alarm: CalledAlarm; isEnd: boolean }[]): string {
  const [{ alarm, isEnd }] = there as [(typeof there)[number]]
  if (there.length === 1)
    return say(language, isEnd ? "listening.alertMail.endSubject" : "listening.alertMail.subject", { name: alarm.subject.name })
  const names = [...new Set(there.map((one) => one.alarm.subject.name))]
  return say(language, "listening.alertMail.digestSubject", { count: there.length, names: listsIn(language)(names) })
}

async function endWords(reader: Reader, { language, timeZone }: Agent, { id, subject, since }: CalledAlarm): Promise<AlertWords> {
  const found = await alertRoom(reader).selectFrom("alarm_alerts").select("over_at").where("alarm_id", "=", id).executeTakeFirst()
  const moment = momentIn(language, timeZone)
  const values = { name: subject.name, since: moment(since), at: moment(found?.over_at ?? reader.now) }
  return { headline: say(language, "listening.alertMail.over", values), lines: [] }
}

function asText({ language }: Agent, intro: string, parts: readonly Part[], wishes: string): string {
  const blocks = parts.map(({ headline, lines, href }) =>
    [
      headline,
      ...(lines.length > 0 ? ["", ...lines.map(({ about, words }) => say(language, "listening.alertMail.line", { about, words }))] : []),
      "",
      say(language, "listening.alertMail.see", { url: href }),
    ].join("\n"),
  )
  const foot = say(language, "listening.alertMail.foot", { url: wishes })
  return [...(intro ? [intro] : []), blocks.join("\n\n* * *\n\n"), foot].join("\n\n")
}

/** As little markup as carries it: every mail program shows it, in the reader's own face and colours. */
async function asHtml({ language }: Agent, intro: string, parts: readonly Part[], wishes: string): Promise<string> {
  const shown = parts.map(
    ({ headline, lines, href }) => html`
      <p style="font-size:1.15em"><strong>${headline}</strong></p>
      ${
        lines.length > 0
          ? html`<table cellpadding="0" cellspacing="0" role="presentation">
              ${lines.map(
                ({ about, words }) =>
                  html`<tr>
                    <td style="padding:2px 16px 2px 0;vertical-align:top;color:#5c6570">${about}</td>
                    <td style="padding:2px 0;vertical-align:top">${words}</td>
                  </tr>`,
              )}
            </table>`
          : ""
      }
      <p><a href="${href}">${say(language, "listening.alertMail.open")}</a></p>
    `,
  )
  const page = await html`<div>
    ${intro ? html`<p>${intro}</p>` : ""}${shown}
    <p style="color:#5c6570">
      <small>${say(language, "listening.alertMail.why")} <a href="${wishes}">${say(language, "listening.alertMail.wishes")}</a></small>
    </p>
  </div>`
  return page.toString()
}
