/** What many contacts at once are written with, and of what type each column is. */
export const CONTACT_COLUMNS = {
  id: "uuid",
  name: "text",
  suggested_name: "text",
  name_key: "text",
  language: "text",
  salutation: "text",
  grammar: "text",
  familiarity: "text",
  organisation: "text",
  note: "text",
  created_at: "timestamptz",
  updated_at: "timestamptz",
}
