import type { PersonActor } from "#people"
import type { Database } from "#platform"
import type { Language } from "#words"
import { accessMessage } from "./access.ts"
import { presentMessages } from "./present-messages.ts"
import type { MessageView } from "./views.ts"

/** A message as it is now, for the answer to whoever changed it. */
export async function showMessage(
  db: Pick<Database, "read">,
  language: Language,
  actor: PersonActor,
  messageId: string,
): Promise<MessageView> {
  const [view] = await presentMessages(db.read, language, [await accessMessage(actor, db.read, messageId)])
  return view!
}
