import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"
import type { Reason } from "../stories/item.ts"
import type { ListeningTables } from "../tables.ts"
import type { SignKind } from "../tone/lexicon.ts"
import type { Sign, Tone } from "../tone/read-tone.ts"

type AsJson<T> = ColumnType<T, string, string>

export const CLAIM_STATES = ["unverified", "confirmed", "denied"] as const
export type ClaimState = (typeof CLAIM_STATES)[number]
/** What of a reading can be corrected. */
export const CORRECTABLE = ["tone", "accusation", "danger", "legal", "boycott"] as const
export type Correctable = "tone" | SignKind

export type GatheringTables = {
  stories: {
    id: string
    title: string | null
    title_from: "headline" | "words" | "person"
    first_said_at: Date
    last_said_at: Date
    mentions: number
    into_id: string | null
    opened_at: Date
  }
  story_mentions: {
    mention_id: string
    story_id: string
    n: Generated<number>
    said_at: Date
    reason: Reason | "person"
    copy_of: string | null
    likeness: number
    shared: string[]
    placed_at: Date
    placed_by: string
  }
  story_queue: { mention_id: string; n: Generated<number>; tries: Generated<number>; due_at: Generated<Date> }
  story_headlines: {
    story_id: string
    mention_id: string
    seen_as: "title" | "address"
    headline: string
    url: string | null
    site: string | null
    first_seen: Date
    last_seen: Date
    hash: string
  }
  story_moves: {
    id: string
    n: Generated<number>
    kind: "merge" | "split" | "move"
    from_id: string
    to_id: string
    mentions: string[]
    by_actor: string
    at: Date
    undone_at: Date | null
    undone_by: string | null
  }
  story_claims: { id: string; n: Generated<number>; story_id: string; claim: string; created_by: string; created_at: Date }
  story_claim_states: {
    id: string
    n: Generated<number>
    claim_id: string
    state: ClaimState
    reason: string | null
    url: string | null
    by_actor: string
    at: Date
  }
  story_answers: { id: string; n: Generated<number>; claim_id: string; answer: string; url: string | null; by_actor: string; at: Date }
  mention_readings: {
    mention_id: string
    language: string | null
    tone: Tone | null
    sureness: number
    doubts: string[]
    signs: AsJson<Sign[]>
    read_at: Date
  }
  mention_corrections: {
    id: string
    n: Generated<number>
    mention_id: string
    about: Correctable
    was_read: string | null
    said: string
    language: string | null
    by_actor: string
    at: Date
  }
}

export type Story = Selectable<GatheringTables["stories"]>
export type StoryMove = Selectable<GatheringTables["story_moves"]>

/** The tables of stories, beside the room's others. */
export function gathering(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<ListeningTables & GatheringTables>()
}
