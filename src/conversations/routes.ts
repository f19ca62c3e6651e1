import type { PeopleEnv } from "#people"
import { type Blobs, type Database, newRouter } from "#platform"
import type { Join } from "./decide-hint.ts"
import type { Sending } from "./queue-reply.ts"
import { draftRoutes } from "./routes-drafts.ts"
import { inboxRoutes } from "./routes-inboxes.ts"
import { messageRoutes } from "./routes-messages.ts"
import { noteRoutes } from "./routes-notes.ts"
import { outboxRoutes } from "./routes-outbox.ts"
import { replyRoutes } from "./routes-replies.ts"

/** Everything this room answers over HTTP. */
export function conversationRoutes({ db, blobs, sending, join }: { db: Database; blobs: Blobs; sending: Sending; join: Join }) {
  return newRouter<PeopleEnv>()
    .route("/", messageRoutes({ db, blobs, join }))
    .route("/", replyRoutes({ db, sending }))
    .route("/", noteRoutes({ db }))
    .route("/", outboxRoutes({ db }))
    .route("/", draftRoutes({ db, blobs }))
    .route("/", inboxRoutes({ db }))
}
