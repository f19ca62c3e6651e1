import { accessCase, type OpenWordsOf, readTimeline, type TimelineView } from "#cases"
import { contactSummaries, seesContact } from "#contacts"
import { contactSight, type FileOfMessage, filesOfMessages } from "#conversations"
import { agentNames, type PersonActor } from "#people"
import type { Reader } from "#platform"
import { html } from "hono/html"
import { type Language, say } from "#words"
import { PAGE_STYLE } from "./case-page-style.ts"

/** A case as one page that needs nothing else: to be read, printed or kept. Internal notes stand in it only when that was chosen, and are marked. */
export async function casePage(
  actor: PersonActor,
  reader: Reader,
  language: Language,
  idOrNumber: string,
  { notes, openWords }: { notes: boolean; openWords: OpenWordsOf },
): Promise<{ name: string; page: string; caseId: string }> {
  const row = await accessCase(actor, reader, idOrNumber)
  const entries = (await timelineOf(actor, reader, language, row.id, openWords)).filter((entry) => notes || entry.kind !== "note")
  const said = entries.flatMap((entry) => ("message" in entry ? [entry.message.id] : []))
  const files = Map.groupBy(await filesOfMessages(reader, said), ({ messageId }) => messageId)
  const people = await contactSummaries(reader, row.contact_id ? [row.contact_id] : [])
  const contact =
    row.contact_id && (await seesContact(actor, reader, row.contact_id, contactSight)) ? people.get(row.contact_id) : undefined
  const owner = row.owner_id ? (await agentNames(reader, [row.owner_id])).get(row.owner_id) : undefined
  const moment = (at: string | Date) =>
    new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: actor.timeZone }).format(new Date(at))
  const t = (key: string, values = {}) => say(language, `transfers.page.${key}`, values)
  const facts: [string, string][] = [
    [t("contact"), [contact?.name, contact?.address].filter(Boolean).join(", ")],
    [t("opened"), moment(row.created_at)],
    [t("status"), say(language, `transfers.status.${row.category}`) + (row.resolved_at ? `, ${moment(row.resolved_at)}` : "")],
    [t("owner"), owner ?? ""],
    [t("tags"), row.tags.join(", ")],
  ]
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>#${row.number} ${row.subject}</title>
        <style>
          ${PAGE_STYLE}
        </style>
      </head>
      <body>
        <header>
          <p class="number">#${row.number}</p>
          <h1>${row.subject}</h1>
          <dl>
            ${facts
              .filter(([, value]) => value)
              .map(
                ([name, value]) =>
                  html`<div>
                    <dt>${name}</dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
          </dl>
        </header>
        <main>${entries.map((entry) => shown(entry, files, { language, moment, t }))}</main>
        <footer>${t("made", { at: moment(reader.now), name: actor.name })} ${notes ? t("withNotes") : t("withoutNotes")}</footer>
      </body>
    </html>`
  return { name: `case-${row.number}.html`, page: String(page), caseId: row.id }
}

interface Telling {
  language: Language
  moment(at: string): string
  t(key: string, values?: object): string
}

function shown(entry: TimelineView, files: ReadonlyMap<string, FileOfMessage[]>, telling: Telling) {
  const { moment, t } = telling
  if (!("message" in entry)) return html`<p class="event"><time>${moment(entry.at)}</time> ${eventText(entry, telling)}</p>`
  const { message } = entry
  const note = entry.kind === "note"
  const own = files.get(message.id) ?? []
  const kind = note ? "note" : message.direction
  const unsent = message.direction === "out" && message.state !== "sent" && (message.state === "uncertain" ? "uncertain" : "unsent")
  return html`<article class="${kind}">
    <h2>
      ${note ? html`<strong>${t("note")}</strong> ` : ""}${unsent ? html`<strong>${t(unsent)}</strong> ` : ""}${message.from.name || message.from.address}
      <time>${moment(message.receivedAt)}</time>
    </h2>
    ${note ? "" : html`<p class="to">${message.from.address} → ${message.to.map(({ address }) => address).join(", ")}</p>`}
    <pre>${message.text}</pre>
    ${
      own.length
        ? html`<ul class="files">
            ${own.map(({ name, size, type, sha256 }) => html`<li>${name} <small>${type}, ${size} B, SHA-256 ${sha256}</small></li>`)}
          </ul>`
        : ""
    }
  </article>`
}

/** What isn't said by anybody, in one line. */
function eventText(entry: TimelineView, { language, moment, t }: Telling): string {
  const who = entry.actor?.name || "Vigie"
  switch (entry.kind) {
    case "status":
      return t("event.status", { who, status: entry.status.name })
    case "assignment":
      return t("event.assignment", { who, to: entry.assignment.ownerName ?? entry.assignment.teamName ?? t("nobody") })
    case "promise":
      return t(`event.promise.${entry.promise.what}`, { text: entry.promise.text, due: moment(entry.promise.dueAt) })
    case "deadline": {
      const { what, deadline, dueAt } = entry.deadline
      return t(`event.deadline.${what}`, { who, deadline: t(`deadline.${deadline}`), due: dueAt ? moment(dueAt) : "" })
    }
    case "decision":
      return t(entry.decision.back ? "event.decisionBack" : "event.decision", { who, text: entry.decision.text })
    case "fact": {
      const { source, kind, state, reference, text } = entry.fact
      const key = `fact.${kind}.${state}`
      const known = say(language, key)
      const what = known === key ? say(language, "fact.other", { kind, code: state }) : known
      return t("event.fact", { source, text: [what, reference, text].filter(Boolean).join(" · ") })
    }
    case "contradiction":
      return entry.contradiction.text
    case "public": {
      const { source, author, title, text } = entry.mention
      const said = [title, text].filter(Boolean).join(" — ")
      return t("event.public", { source, who: author?.name ?? author?.handle ?? "?", text: said || t("event.publicGone") })
    }
    case "merge": {
      const { merged, kept, undone } = entry.merge
      return t(undone ? "event.unmerge" : "event.merge", { who, merged: String(merged.number), kept: String(kept.number) })
    }
    case "split": {
      const { made, from, undone } = entry.split
      return t(undone ? "event.unsplit" : "event.split", { who, made: String(made.number), from: String(from.number) })
    }
    case "link":
      return t("event.link", { who, from: String(entry.link.from.number), to: String(entry.link.to.number) })
    case "satisfaction": {
      const { value, choices, words, reopened } = entry.satisfaction
      const answer = t("event.satisfaction", { value, choices })
      return [words ? `${answer} “${words}”` : answer, reopened && t("event.reopened")].filter(Boolean).join(" ")
    }
    case "message":
    case "note":
      return ""
  }
}

async function timelineOf(
  actor: PersonActor,
  reader: Reader,
  language: Language,
  caseId: string,
  openWords: OpenWordsOf,
): Promise<TimelineView[]> {
  const all: TimelineView[] = []
  let cursor: string | undefined
  do {
    const page = await readTimeline(actor, reader, language, caseId, { limit: 200, cursor }, openWords)
    all.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  return all.reverse()
}
