import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"

/** A jsonb column: read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

export type DeliveryState = "ready" | "sending" | "delivered" | "retry" | "failed" | "cancelled"

export type WebhookTables = {
  webhooks: {
    id: string
    name: string
    url: string
    events: string[]
    inbox_ids: string[] | null
    bodies: boolean
    created_by: string
    created_at: Date
    updated_at: Date
    failing_since: Date | null
    disabled_at: Date | null
    disabled_why: "person" | "gone" | "failing" | null
  }
  webhook_secrets: { id: string; webhook_id: string; sealed: Buffer; created_at: Date; ends_at: Date | null }
  webhook_deliveries: {
    id: string
    webhook_id: string
    fact_seq: number | null
    event: string
    case_id: string | null
    body: string
    state: Generated<DeliveryState>
    attempts: Generated<number>
    round: Generated<number>
    due_at: Date
    leased_until: Date | null
    created_at: Date
    finished_at: Date | null
  }
  webhook_attempts: {
    delivery_id: string
    number: number
    at: Date
    ms: number
    request_headers: Json<Record<string, string>>
    status: number | null
    reason: string | null
    response_headers: Json<Record<string, string>> | null
    response_body: string | null
  }
}

export type Webhook = Selectable<WebhookTables["webhooks"]>
export type Delivery = Selectable<WebhookTables["webhook_deliveries"]>
export type Attempt = Selectable<WebhookTables["webhook_attempts"]>

/** This room's tables, through whatever reads or writes. */
export function room(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<WebhookTables>()
}
