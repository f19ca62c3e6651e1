import type { Selectable } from "kysely"
import type { Reader } from "#platform"
import type { Json } from "../tables.ts"
import type { Condition, Conditions, RuleAction, Trigger } from "./rule.types.ts"

/** Why a condition held or didn't: the condition, and which of its own values were found. Never a customer's words. */
export interface Reason {
  condition: Condition
  held: boolean
  found: string[]
}

/** What an action did or would do. `before` is what undoing needs; `why` says as a code why nothing was done. */
export interface Deed {
  action: RuleAction
  did: boolean
  why?: string
  /** Whom or what it chose, for people. */
  said?: string
  before?: Readonly<Record<string, string | null | readonly string[]>>
}

export interface DryMatch {
  caseId: string
  reasons: Reason[]
  would: Deed[]
}

export type RulesTables = {
  automation_rules: {
    id: string
    name: string
    position: number
    trigger: Json<Trigger>
    conditions: Json<Conditions>
    actions: Json<RuleAction[]>
    stop: boolean
    inbox_ids: string[] | null
    version: number
    enabled_at: Date | null
    enabled_by: string | null
    created_by: string
    created_at: Date
    updated_by: string
    updated_at: Date
    failed_at: Date | null
    clock_at: Date | null
  }
  rule_runs: {
    id: string
    rule_id: string
    version: number
    case_id: string
    fact_seq: number | null
    moment: string | null
    at: Date
    depth: number
    outcome: "done" | "failed" | "held"
    reasons: Json<Reason[]>
    done: Json<Deed[]>
    problem: string | null
    undone_by: string | null
    undone_at: Date | null
  }
  rule_dry_runs: {
    id: string
    rule_id: string
    version: number
    days: number
    most: number
    total: number
    looked: number
    matched: number
    matches: Json<DryMatch[]>
    by_actor: string
    started_at: Date
    finished_at: Date | null
    stopped_at: Date | null
  }
  team_turns: { team_id: string; agent_id: string; at: Date }
}

export type RuleRow = Selectable<RulesTables["automation_rules"]>
export type RunRow = Selectable<RulesTables["rule_runs"]>
export type DryRunRow = Selectable<RulesTables["rule_dry_runs"]>

/** The tables of rules, through whatever reads or writes. */
export function rulesRoom(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<RulesTables>()
}
