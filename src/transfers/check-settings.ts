import { accessInbox } from "#conversations"
import type { Actor } from "#people"
import { Invalid, NotFound, type Reader } from "#platform"
import { ArchiveSettings, ContactsSettings, MentionsSettings } from "./settings.ts"
import type { TransferKind } from "./tables.ts"

/** What a run goes by, complete. @throws Invalid beside each field that makes no sense */
export async function checkSettings(
  actor: Actor,
  reader: Reader,
  kind: TransferKind,
  settings: unknown,
): Promise<ArchiveSettings | ContactsSettings | MentionsSettings> {
  const shape = kind === "contacts" ? ContactsSettings : kind === "mentions" ? MentionsSettings : ArchiveSettings
  const read = shape.safeParse(settings)
  if (!read.success) {
    const fields = read.error.issues.map(({ path, code }) => ({
      path: `settings.${path.join(".")}`,
      key: code === "invalid_type" ? "field.required" : "field.invalid",
    }))
    throw new Invalid("request.invalid", {}, fields)
  }
  if ("inboxId" in read.data)
    await accessInbox(actor, reader, read.data.inboxId).catch((error: unknown): never => {
      if (error instanceof NotFound) throw new Invalid("request.invalid", {}, [{ path: "settings.inboxId", key: error.key }])
      throw error
    })
  return read.data
}
