import { messagesOfConversations } from "#conversations"
import type { PersonActor } from "#people"
import type { Reader } from "#platform"
import { languageOfText, type Language, say } from "#words"
import { accessCase } from "../access-case.ts"
import { presentCases } from "../present.ts"
import type { CaseRow } from "../tables.ts"
import { type Alike, articlesLike, type Asked } from "./finding/likeness.ts"
import { presentArticles } from "./present.ts"
import { publishedTexts } from "./published.ts"
import { shelf } from "./tables.ts"
import type { SuggestedArticle } from "./views.ts"

const MOST = 5
const WORDS_TOLD = 4

/** What colleagues wrote down that may help with this case, the likest first, each with the reason in one line. */
export async function suggestArticles(actor: PersonActor, reader: Reader, caseId: string, language: Language): Promise<SuggestedArticle[]> {
  const row = await accessCase(actor, reader, caseId)
  const asked = await askedIn(actor, reader, row)
  return presentAlike(reader, await articlesLike(reader, asked, MOST), asked.language, language)
}

/** What the customer wants, in the parts of the case that the actor sees. */
export async function askedIn(actor: PersonActor, reader: Reader, row: CaseRow): Promise<Asked> {
  const [view] = await presentCases(actor, reader, actor.language, [row])
  const messages = await messagesOfConversations(reader, actor.language, view?.conversationIds ?? [], { limit: 30 })
  const said = messages.filter(({ direction, automatic }) => direction === "in" && !automatic).map(({ newText }) => newText)
  return {
    subject: row.subject,
    said: said.toReversed().slice(0, 6),
    tags: row.tags,
    language: languageOfText(`${row.subject}\n${said.join("\n")}`, actor.language),
  }
}

async function presentAlike(reader: Reader, alike: readonly Alike[], asked: Language, language: Language): Promise<SuggestedArticle[]> {
  const ids = alike.map(({ articleId }) => articleId)
  if (ids.length === 0) return []
  const rows = await shelf(reader).selectFrom("articles").selectAll().where("id", "in", ids).execute()
  const [views, texts] = await Promise.all([presentArticles(reader, rows), publishedTexts(reader, ids)])
  return alike.flatMap((one): SuggestedArticle[] => {
    const view = views.find(({ id }) => id === one.articleId)
    const text =
      texts.find((each) => each.articleId === one.articleId && each.language === asked) ??
      texts.find((each) => each.articleId === one.articleId && each.language === one.language)
    if (!view || !text) return []
    return [
      {
        id: view.id,
        language: text.language,
        title: text.title,
        blocks: text.blocks,
        audience: view.audience,
        url: view.texts.find((each) => each.language === text.language)?.url ?? null,
        owner: view.owner,
        publishedAt: text.at.toISOString(),
        reviewAt: view.reviewAt,
        counts: view.counts,
        score: one.score,
        why: whyOf(language, one),
      },
    ]
  })
}

function whyOf(language: Language, { words, tags }: Alike): string {
  const list = new Intl.ListFormat(language, { type: "conjunction" })
  const quoted = list.format(words.slice(0, WORDS_TOLD).map((word) => say(language, "knowledge.quoted", { word })))
  if (tags.length && words.length) return say(language, "knowledge.why.both", { words: quoted, tags: list.format(tags) })
  return tags.length
    ? say(language, "knowledge.why.tags", { tags: list.format(tags) })
    : say(language, "knowledge.why.words", { words: quoted })
}
