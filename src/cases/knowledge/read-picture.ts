import { isId, NotFound, type Reader } from "#platform"
import type { Picture } from "./pictures.ts"
import { shelf } from "./tables.ts"

/** @throws NotFound */
export async function readPicture(reader: Reader, id: string): Promise<Picture & { sha256: string }> {
  const found = isId(id)
    ? await shelf(reader).selectFrom("article_pictures").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined
  if (!found) throw new NotFound("knowledge.picture.notFound")
  return found
}

/** The same for everybody: only what stands in a public article that is in use. @throws NotFound */
export async function readPublicPicture(reader: Reader, id: string): Promise<Picture & { sha256: string }> {
  const picture = await readPicture(reader, id)
  const used = await shelf(reader)
    .selectFrom("articles as a")
    .innerJoin("article_texts as t", "t.article_id", "a.id")
    .innerJoin("article_versions as v", (join) =>
      join.onRef("v.article_id", "=", "t.article_id").onRef("v.language", "=", "t.language").onRef("v.number", "=", "t.published"),
    )
    .select("a.id")
    .where("a.audience", "=", "public")
    .where("a.archived_at", "is", null)
    .where("v.body", "like", `%(picture:${picture.id})%`)
    .executeTakeFirst()
  if (!used) throw new NotFound("knowledge.picture.notFound")
  return picture
}
