import { newRouter, type Database } from "#platform"
import type { PeopleEnv } from "#people"
import type { ContactSight } from "./access.ts"
import { contactRoutes } from "./routes-contacts.ts"
import { factRoutes } from "./routes-facts.ts"
import { identityRoutes } from "./routes-identities.ts"
import { mergeRoutes } from "./routes-merges.ts"

export interface ContactsNeed {
  db: Database
  /** Given by the house from the room above; without it only those who see every inbox see contacts. */
  sight?: ContactSight
}

/** Everything under /api/contacts. */
export function contactsApi(need: ContactsNeed) {
  return newRouter<PeopleEnv>()
    .route("/", contactRoutes(need))
    .route("/", identityRoutes(need))
    .route("/", factRoutes(need))
    .route("/", mergeRoutes(need))
}
