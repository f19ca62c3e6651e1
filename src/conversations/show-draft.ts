import type { PersonActor } from "#people"
import type { Reader } from "#platform"
import type { Draft } from "./drafts.ts"
import { knownUploads } from "./take-uploads.ts"
import type { DraftView } from "./views.ts"

/** One's own draft with its files, as it leaves. */
export async function showDraft(actor: PersonActor, reader: Reader, draft: Draft): Promise<DraftView> {
  return { ...draft, updatedAt: draft.updatedAt.toISOString(), files: await knownUploads(actor, reader, draft.attachmentIds ?? []) }
}
