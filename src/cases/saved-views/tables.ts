import type { Json } from "../tables.ts"
import type { Order } from "../views-list/walk.ts"
import type { ViewQuery } from "./query.ts"

/** Views that people made, and the order in which each agent wants them. */
export type SavedViewTables = {
  saved_views: SavedViewsTable
  view_orders: { agent_id: string; view_ids: string[] }
}

export type SavedViewsTable = {
  id: string
  name: string
  icon: string
  query: Json<ViewQuery>
  sort: Order
  owner_id: string
  shared: "me" | "team" | "everybody"
  team_id: string | null
  created_at: Date
  updated_at: Date
  removed_by: string | null
  removed_at: Date | null
}
