import type { ColumnType } from "kysely"
import type { Language } from "#words"
import type { Role } from "./actor.ts"
import type { AlertWishes } from "./me/alert-wishes.ts"
import type { QuietHours } from "./me/quiet-hours.ts"

/** What a challenge remembers between its two requests. */
export type ChallengeData = Readonly<Record<string, string>>
export type Proof = "link" | "password" | "passkey" | "sso"

/** The tables that this room alone reads and writes. A type, not an interface: `withTables` asks for an index signature. */
export type PeopleTables = {
  agents: {
    id: string
    email: string | null
    name: string
    role: Role
    language: ColumnType<Language, Language | undefined, Language>
    time_zone: ColumnType<string, string | undefined, string>
    signature: ColumnType<string, string | undefined, string>
    every_inbox: ColumnType<boolean, boolean | undefined, boolean>
    password_hash: ColumnType<string | null, string | undefined, string>
    created_at: Date
    signed_in_at: ColumnType<Date | null, undefined, Date>
  }
  agent_preferences: {
    agent_id: string
    keys: ColumnType<Readonly<Record<string, string[]>>, string, string>
    letters: boolean
    density: "comfortable" | "compact"
    notify: ColumnType<Readonly<Record<string, boolean>>, string, string>
    quiet: ColumnType<QuietHours, string, string>
    alerts: ColumnType<Partial<AlertWishes>, string, string>
    updated_at: Date
  }
  agent_disablings: { agent_id: string; by_actor: string; at: Date }
  agent_inboxes: { agent_id: string; inbox_id: string }
  teams: { id: string; name: string; signature: string; created_at: Date }
  team_members: { team_id: string; agent_id: string }
  sign_in_links: { token_hash: Buffer; agent_id: string; expires_at: Date; used_at: ColumnType<Date | null, undefined, Date> }
  sessions: {
    id: string
    token_hash: Buffer
    agent_id: string
    proof: Proof
    second_step: boolean
    user_agent: string
    network: string
    created_at: Date
    seen_at: Date
    expires_at: Date
  }
  totp_secrets: {
    agent_id: string
    sealed: Buffer
    last_counter: ColumnType<number, number | undefined, number>
    confirmed_at: ColumnType<Date | null, undefined, Date>
    created_at: Date
  }
  recovery_codes: { agent_id: string; code_hash: Buffer; used_at: ColumnType<Date | null, undefined, Date> }
  passkeys: {
    id: string
    agent_id: string
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    created_at: Date
    used_at: ColumnType<Date | null, undefined, Date>
  }
  sign_in_challenges: {
    hash: Buffer
    kind: "passkey" | "passkey-add" | "sso"
    agent_id: string | null
    data: ColumnType<ChallengeData, string, string>
    expires_at: Date
  }
  sso_settings: {
    single: ColumnType<boolean, undefined, never>
    issuer: string
    client_id: string
    sealed_secret: Buffer
    name: string
    admit_domains: string[]
    trust_addresses: boolean
    updated_at: Date
  }
  sso_identities: { issuer: string; subject: string; agent_id: string; at: Date }
  api_tokens: {
    id: string
    name: string
    token_hash: Buffer
    role: Role
    every_inbox: boolean
    inbox_ids: string[]
    scopes: string[] | null
    expires_at: Date | null
    allowed_from: string[]
    created_by: string
    created_at: Date
    used_at: ColumnType<Date | null, undefined, Date>
    used_from: ColumnType<string | null, undefined, string>
    revoked_at: ColumnType<Date | null, undefined, Date>
  }
  proof_failures: { id: string; key: string; at: Date }
}
