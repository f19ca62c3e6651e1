import type { MessageFile } from "#conversations"
import type { PersonActor } from "#people"
import type { Tongue } from "../company/customer.ts"
import type { TeamKey } from "../company/company.ts"
import type { Random } from "../random.ts"
import type { Door } from "../speech/topic.ts"
import type { FileKind } from "./files.ts"

/** A colleague where they sit. */
export interface Seat {
  id: string
  key: string
  /** `agent:ID` */
  actor: string
  name: string
  feminine: boolean
  team: TeamKey
  night: boolean
  person: PersonActor
}

export interface Doorway {
  id: string
  address: string
  team: TeamKey
  signature: string
}

/** The company as it stands in the house, with the ids that it has there. */
export interface Furnished {
  /** In which language it names its own things. */
  language: "fr" | "en"
  inboxes: Readonly<Record<Door, Doorway>>
  teams: Readonly<Record<TeamKey, string>>
  seats: readonly Seat[]
  herself: Seat
  contactIds: Map<string, string>
  promises: readonly string[]
  of(team: TeamKey, random: Random): Seat
  seat(key: string): Seat
  /** A tag as the company writes it, or as it would in this language. */
  tag(key: string, language?: Tongue): string
  file(kind: FileKind, random: Random): MessageFile
}
