import { accessMessage, messagesOfConversations } from "#conversations"
import { type PersonActor, requireRole } from "#people"
import { Conflict, type Database, Invalid, isId, type Keys, newId, NotFound, type Reader, type SafeFetch } from "#platform"
import { type Language, say } from "#words"
import { accessCase } from "../access-case.ts"
import { articlesLike } from "../knowledge/finding/likeness.ts"
import { markupToText } from "../knowledge/markup/to-text.ts"
import { publishedTexts } from "../knowledge/published.ts"
import { askedIn } from "../knowledge/suggest-articles.ts"
import { presentCases } from "../present.ts"
import { OnlyKnownLinks } from "./only-known-links.ts"
import { LONGEST_TEXT, promptFor, type Shown, type Tone } from "./prompt.ts"
import { complete, NoHelp } from "./protocol.ts"
import { openKey, readWritingHelp } from "./settings.ts"
import { desk, type Help } from "./tables.ts"

export interface HelpNeed {
  db: Database
  keys: Keys
  outbound: SafeFetch
}

export interface HelpAsked {
  caseId: string
  help: Help
  /** The agent's own words, to translate or rewrite. */
  text: string
  /** A message of the case to translate, instead of the agent's own words. */
  messageId: string | null
  /** Articles that the agent chose for an answer; none: the likest. */
  articleIds: readonly string[]
  to: Language
  tone: Tone
}

export type HelpPart =
  | { kind: "begun"; id: string; articles: { id: string; title: string; language: Language }[] }
  | { kind: "text"; text: string }
  | { kind: "done" }
  | { kind: "failed"; code: string; detail: string }

const MOST_ARTICLES = 3

/**
 * Asks the service for help, and gives what it says as it comes. It sees the messages of the case that the agent sees, their words
 * alone, and published articles: no note, no contact, no outside fact, no attachment. That help was asked for is recorded; its words
 * aren't kept. @throws Conflict when this help is off; NotFound; Invalid
 */
export async function giveHelp(
  need: HelpNeed,
  actor: PersonActor,
  language: Language,
  asked: HelpAsked,
  signal: AbortSignal,
): Promise<AsyncIterable<HelpPart>> {
  const { db, keys } = need
  requireRole(actor, "agent")
  const row = await accessCase(actor, db.read, asked.caseId)
  const settings = await readWritingHelp(db.read)
  if (!settings?.helps.includes(asked.help)) throw new Conflict("writing.off")
  const own = asked.help === "translation" || asked.help === "tone"
  const message = asked.help === "translation" && asked.messageId ? await messageOf(actor, db.read, row, asked.messageId) : null
  if (own && !message && !asked.text.trim()) throw new Invalid("writing.nothingTyped", {}, [{ path: "text", key: "writing.nothingTyped" }])
  const articles = asked.help === "answer" ? await chosenArticles(actor, db.read, row, asked) : []
  const shown: Shown = {
    subject: row.subject,
    messages: own ? [] : await wordsOf(actor, db.read, row),
    articles: articles.map(({ title, body }) => ({ title, text: markupToText(body) })),
    draft: message ?? asked.text,
  }
  const id = newId(db.read.now)
  await db.transact(async (tx) => {
    await desk(tx)
      .insertInto("writing_helps")
      .values({
        id,
        help: asked.help,
        case_id: row.id,
        article_ids: articles.map(({ articleId }) => articleId),
        model: settings.model,
        by_actor: actor.ref,
        at: tx.now,
        outcome: null,
        used_at: null,
      })
      .execute()
    await tx.record({
      kind: "writing-help.asked",
      actor: actor.ref,
      about: { case: row.id },
      audience: "audit",
      data: { help: asked.help },
    })
  })
  const service = { ...settings, key: await openKey(db.read, keys) }
  const known = [...articles.map(({ body }) => body), shown.draft]
  const words = complete(need.outbound, service, promptFor(asked.help, shown, asked), signal)
  return parts(need, id, language, { words, known, articles, isCut: shown.draft.length > LONGEST_TEXT })
}

async function* parts(
  { db }: HelpNeed,
  id: string,
  language: Language,
  {
    words,
    known,
    articles,
    isCut,
  }: {
    words: AsyncIterable<string>
    known: string[]
    articles: { articleId: string; title: string; language: Language }[]
    /** The service wasn't shown all of the text. */
    isCut: boolean
  },
): AsyncIterable<HelpPart> {
  const links = new OnlyKnownLinks(known, say(language, "writing.linkLeftOut"))
  let outcome = "stopped"
  try {
    yield {
      kind: "begun",
      id,
      articles: articles.map(({ articleId, ...rest }) => ({ id: articleId, title: rest.title, language: rest.language })),
    }
    for await (const piece of words) {
      const text = links.take(piece)
      if (text) yield { kind: "text", text }
    }
    const rest = links.end()
    if (rest) yield { kind: "text", text: rest }
    if (isCut) throw new NoHelp("cut")
    outcome = "done"
    yield { kind: "done" }
  } catch (error) {
    if (!(error instanceof NoHelp)) throw error
    outcome = error.code
    const rest = links.end()
    if (rest) yield { kind: "text", text: rest }
    yield { kind: "failed", code: error.code, detail: say(language, `writing.failed.${error.code}`) }
  } finally {
    await db.transact((tx) => desk(tx).updateTable("writing_helps").set({ outcome }).where("id", "=", id).execute())
  }
}

/** The agent took the proposal into the answer. @throws NotFound for another's */
export async function noteUsed({ db }: Pick<HelpNeed, "db">, actor: PersonActor, id: string): Promise<void> {
  await db.transact(async (tx) => {
    const found = isId(id)
      ? await desk(tx)
          .updateTable("writing_helps")
          .set({ used_at: tx.now })
          .where("id", "=", id)
          .where("by_actor", "=", actor.ref)
          .returning(["case_id", "help"])
          .executeTakeFirst()
      : undefined
    if (!found) throw new NotFound("writing.notFound")
    const row = await accessCase(actor, tx, found.case_id)
    await tx.record({
      kind: "writing-help.used",
      actor: actor.ref,
      about: { case: row.id },
      audience: { inboxes: row.inbox_ids },
      data: { help: found.help },
    })
  })
}

type Row = Awaited<ReturnType<typeof accessCase>>

/** What was said, without notes and without names. */
async function wordsOf(actor: PersonActor, reader: Reader, row: Row): Promise<Shown["messages"]> {
  const [view] = await presentCases(actor, reader, actor.language, [row])
  const messages = await messagesOfConversations(reader, actor.language, view?.conversationIds ?? [], { limit: 60 })
  return messages.flatMap(({ direction, newText }) =>
    direction === "note" || !newText.trim() ? [] : [{ from: direction === "in" ? ("customer" as const) : ("us" as const), text: newText }],
  )
}

/** The words of one message of the case. @throws NotFound */
async function messageOf(actor: PersonActor, reader: Reader, row: Row, messageId: string): Promise<string> {
  const message = await accessMessage(actor, reader, messageId)
  const [view] = await presentCases(actor, reader, actor.language, [row])
  if (!view?.conversationIds.includes(message.conversation_id)) throw new NotFound("conversations.message.notFound")
  return message.new_text.trim() || message.text
}

async function chosenArticles(actor: PersonActor, reader: Reader, row: Row, { articleIds, to }: HelpAsked) {
  const chosen = articleIds.filter(isId).slice(0, MOST_ARTICLES)
  const ids = chosen.length
    ? chosen
    : (await articlesLike(reader, await askedIn(actor, reader, row), MOST_ARTICLES)).map(({ articleId }) => articleId)
  const texts = await publishedTexts(reader, ids)
  return ids.flatMap((id) => {
    const ours = texts.filter(({ articleId }) => articleId === id)
    return ours.find(({ language }) => language === to) ?? ours[0] ?? []
  })
}
