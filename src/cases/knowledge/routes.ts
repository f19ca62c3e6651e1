import type { PeopleEnv } from "#people"
import { type Blobs, type Database, newRouter } from "#platform"
import { articleRoutes } from "./routes/article-routes.ts"
import { pictureRoutes } from "./routes/picture-routes.ts"
import { textRoutes } from "./routes/text-routes.ts"
import { useRoutes } from "./routes/use-routes.ts"

/** The desk's part of knowledge. */
export function knowledgeRoutes(need: { db: Database; blobs: Blobs }) {
  return newRouter<PeopleEnv>()
    .route("/", articleRoutes(need))
    .route("/", textRoutes(need))
    .route("/", useRoutes(need))
    .route("/", pictureRoutes(need))
}
