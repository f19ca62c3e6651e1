/** The columns of this room's rows, as PostgreSQL reads them from JSON (`rowsFor`). */
export const CONVERSATION = {
  id: "uuid",
  channel: "text",
  inbox_ids: "uuid[]",
  subject: "text",
  case_id: "uuid",
  created_at: "timestamptz",
  last_message_at: "timestamptz",
}

export const PARTICIPANT = { conversation_id: "uuid", address: "text", contact_id: "uuid", because: "text", since: "timestamptz" }

export const MESSAGE = {
  id: "uuid",
  conversation_id: "uuid",
  direction: "text",
  channel: "text",
  message_id: "text",
  content_key: "text",
  in_reply_to: "text",
  refs: "text[]",
  from_name: "text",
  from_address: "text",
  reply_to: "jsonb",
  to_list: "jsonb",
  cc_list: "jsonb",
  contact_id: "uuid",
  agent_id: "uuid",
  subject: "text",
  text: "text",
  new_text: "text",
  quoted: "text",
  signature: "text",
  html: "text",
  identity: "text",
  proof: "jsonb",
  warnings: "text[]",
  automatic: "text",
  bounce: "jsonb",
  calendar: "jsonb",
  original: "text",
  size: "int",
  sent_at: "timestamptz",
  received_at: "timestamptz",
}

export const ATTACHMENT = {
  id: "uuid",
  message_id: "uuid",
  position: "int",
  name: "text",
  type: "text",
  size: "int",
  sha256: "text",
  content_id: "text",
  inline: "boolean",
}

export const DELIVERY = {
  id: "uuid",
  message_id: "uuid",
  inbox_id: "uuid",
  source_key: "text",
  original: "text",
  envelope: "jsonb",
  at: "timestamptz",
}
