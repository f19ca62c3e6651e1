import type { ColumnType, Generated, GeneratedAlways } from "kysely"
import type { Hours } from "./hours.ts"
import type { IdentityKind } from "./identity.ts"
import type { Reason } from "./evidence.ts"

export type Grammar = "feminine" | "masculine" | "neutral"
export type Familiarity = "tu" | "vous"
export type OutsideKind = "order" | "delivery" | "payment" | "outage" | "other"

/** A column written as JSON text and read as what it says. */
type Json<T> = ColumnType<T, string, string>

export type ContactTables = {
  contacts: {
    id: string
    name: Generated<string>
    suggested_name: Generated<string>
    suggestion_proven: Generated<boolean>
    name_key: string | null
    language: string | null
    salutation: string | null
    grammar: Grammar | null
    familiarity: Familiarity | null
    organisation: Generated<string>
    note: Generated<string>
    merged_into: string | null
    merged_at: Date | null
    search: Generated<string>
    created_at: Date
    updated_at: Date
  }
  identities: {
    id: string
    contact_id: string
    came_from: string | null
    kind: IdentityKind
    network: Generated<string>
    value: string
    normal: string
    kin: string | null
    source: string
    verified_at: Date | null
    verified_by: string | null
    created_at: Date
    place: GeneratedAlways<number>
  }
  contact_clues: { contact_id: string; kind: "phone" | "reference"; kin: string; seen_at: Date }
  wishes: { contact_id: string; channels: string[]; hours: Json<Hours[]>; time_zone: string | null; set_by: string; set_at: Date }
  contact_merges: {
    id: string
    kept_id: string
    merged_id: string
    filled: Json<Partial<Record<string, string>>>
    by_actor: string
    at: Date
    undone_by: string | null
    undone_at: Date | null
  }
  merge_suggestions: {
    id: string
    a_id: string
    b_id: string
    reasons: Json<Reason[]>
    score: number
    decision: "merged" | "refused" | null
    decided_by: string | null
    decided_at: Date | null
    refused: Generated<string[]>
    created_at: Date
  }
  outside_facts: {
    id: string
    contact_id: string
    kind: OutsideKind
    state: string
    reference: Generated<string>
    text: Generated<string>
    source: string
    source_key: string | null
    occurred_at: Date
    told_by: string
    told_at: Date
  }
}
