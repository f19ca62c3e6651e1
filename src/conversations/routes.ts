import type { PeopleEnv } from "#people"
import { type Blobs, type Database, newRouter, type SafeFetch } from "#platform"
import type { Join } from "./decide-hint.ts"
import type { Sending } from "./queue-reply.ts"
import { previewRoutes } from "./previews/routes.ts"
import { draftRoutes } from "./routes-drafts.ts"
import { firstRoutes } from "./routes-first.ts"
import { inboxRoutes } from "./routes-inboxes.ts"
import { hintRoutes } from "./routes-hints.ts"
import { messageRoutes } from "./routes-messages.ts"
import { noteRoutes } from "./routes-notes.ts"
import { outboxRoutes } from "./routes-outbox.ts"
import { replyRoutes } from "./routes-replies.ts"

interface Need {
  db: Database
  blobs: Blobs
  sending: Sending
  join: Join
  outbound: Pick<SafeFetch, "get">
}

/** Everything this room answers over HTTP. */
export function conversationRoutes({ db, blobs, sending, join, outbound }: Need) {
  return newRouter<PeopleEnv>()
    .route("/", messageRoutes({ db, blobs, outbound }))
    .route("/", hintRoutes({ db, join }))
    .route("/", previewRoutes({ db, blobs }))
    .route("/", replyRoutes({ db, sending }))
    .route("/", noteRoutes({ db }))
    .route("/", outboxRoutes({ db }))
    .route("/", firstRoutes({ db, sending }))
    .route("/", draftRoutes({ db, blobs }))
    .route("/", inboxRoutes({ db }))
}
