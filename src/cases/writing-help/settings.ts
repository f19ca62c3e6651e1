import { type Keys, openSecret, type Reader } from "#platform"
import { desk, type Help } from "./tables.ts"

/** The service that an operator chose to help with writing. Without it there is none. */
export interface WritingHelpSettings {
  /** Where its `chat/completions` stands, such as https://models.lilas.example/v1 */
  baseUrl: string
  model: string
  helps: Help[]
  hasKey: boolean
}

export const SEALED_AS = "writing_help_settings:key"

export async function readWritingHelp(reader: Reader): Promise<WritingHelpSettings | null> {
  const row = await desk(reader).selectFrom("writing_help_settings").selectAll().executeTakeFirst()
  return row ? { baseUrl: row.base_url, model: row.model, helps: row.helps, hasKey: row.sealed_key !== null } : null
}

/** The key, for talking to the service; null when it needs none. */
export async function openKey(reader: Reader, keys: Keys): Promise<string | null> {
  const row = await desk(reader).selectFrom("writing_help_settings").select("sealed_key").executeTakeFirst()
  return row?.sealed_key ? openSecret(keys, SEALED_AS, row.sealed_key) : null
}
