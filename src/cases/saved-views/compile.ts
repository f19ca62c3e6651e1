import { type RawBuilder, sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { parseQuery } from "../search/parse-query.ts"
import { textQuery } from "../search/text-query.ts"
import { isCustom, isFlagged, isOneOf, isTimed } from "./conditions.ts"
import { conditionsOf, type ViewCondition, type ViewQuery } from "./query.ts"

type Sql = RawBuilder<boolean>

/** A view's query as a condition on a case `c`, for whoever looks and the moment they look. Names that lead nowhere fit no case. */
export async function compileView(actor: Actor, reader: Reader, query: ViewQuery): Promise<Sql> {
  const said = new Map<string, string | null>()
  for (const condition of conditionsOf(query))
    if (condition.field === "words") said.set(condition.text, await wordsQuery(reader, condition.text))
  const one = (condition: ViewCondition): Sql => {
    switch (condition.field) {
      case "category":
        return turned(condition, sql`c.category in (${sql.join(condition.values.map((name) => sql.lit(name)))})`)
      case "priority":
        return turned(condition, sql`c.priority = any(${[...condition.values]}::text[])`)
      case "status":
      case "owner":
      case "team":
      case "inbox":
      case "tag":
      case "language":
      case "contact":
        return turned(condition, isOneOf(actor, condition))
      case "waiting":
      case "deadline":
      case "promise":
      case "created":
      case "last":
        return isTimed(reader.now, condition)
      case "contradiction":
      case "followed":
      case "mentioned":
      case "unsent":
      case "draft":
        return turned(condition, isFlagged(actor, condition))
      case "words":
        return turned(condition, hasWords(actor, said.get(condition.text) ?? null))
      case "custom":
        return isCustom(condition)
    }
  }
  return together(
    query.match,
    query.parts.map((part) =>
      "match" in part
        ? together(
            part.match,
            part.parts.map((inner) => one(inner)),
          )
        : one(part),
    ),
  )
}

/** "None of these" is also true of what has nothing at all there. */
function turned({ is }: { is: "any" | "some" | "none" }, condition: Sql): Sql {
  return is === "none" ? sql`not coalesce(${condition}, false)` : condition
}

function together(match: ViewQuery["match"], parts: readonly Sql[]): Sql {
  if (parts.length === 0) return sql`true`
  return sql`(${sql.join(parts, match === "all" ? sql` and ` : sql` or `)})`
}

async function wordsQuery(reader: Reader, text: string): Promise<string | null> {
  const { must, mustNot } = await textQuery(
    reader,
    parseQuery(text).words.map((word) => ({ ...word, typing: false })),
  )
  return [must, ...mustNot.map((word) => `!${word}`)].filter((part) => part !== null).join(" & ") || null
}

/** Said in a message or a note that the actor may read. */
function hasWords({ inboxes }: Actor, query: string | null): Sql {
  if (query === null) return sql`false`
  const rights = inboxes === "every" ? sql`true` : sql`e.inbox_ids && ${[...inboxes]}::uuid[]`
  return sql`c.id in (select e.case_id from search_entries as e where e.words @@ ${query}::tsquery and ${rights})`
}
