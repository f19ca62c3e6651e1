import type { OpenWords } from "#cases"
import type { Reader } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { versionsOf } from "../mentions/versions.ts"
import { givenAnswers } from "../answers/given-answers.ts"
import { tiesOfCases } from "./list-ties.ts"

/** What persons tied to these cases, for their timeline: with what it said before, and whether it is still there. */
export async function openWordsOf(reader: Reader, caseIds: readonly string[]): Promise<OpenWords[]> {
  const ties = await tiesOfCases(reader, caseIds, ["confirmed"])
  // Two cases that were merged may both have been tied to one mention.
  const once = [...new Map(ties.map((tie) => [tie.mention_id, tie])).values()]
  const answers = await givenAnswers(
    reader,
    once.map(({ mention_id }) => mention_id),
  )
  return Promise.all(
    once.map(async (tie) => {
      const row = await accessMention(reader, tie.mention_id)
      const isNamed = row.author_name !== null || row.author_handle !== null
      return {
        id: row.id,
        tieId: tie.id,
        source: row.source_name,
        site: row.site,
        url: row.url,
        title: row.title,
        text: row.text,
        author: isNamed ? { name: row.author_name, handle: row.author_handle, url: row.author_url } : null,
        pictures: row.media.flatMap(({ alt }) => alt ?? []),
        saidAt: row.said_at.toISOString(),
        changedAt: row.changed_at?.toISOString() ?? null,
        versions: (await versionsOf(reader, row.id)).map(({ title, text, seenAt }) => ({ title, text, seenAt })),
        goneAt: row.gone_at?.toISOString() ?? null,
        answers: answers.get(row.id) ?? [],
        tiedBy: tie.decided_by ?? tie.proposed_by,
      }
    }),
  )
}
