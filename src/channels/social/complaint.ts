import { z } from "zod"

const text = z.string().catch("")
const complaint = z.object({
  error: z.union([z.string(), z.object({ message: text, error_user_msg: text })]).catch(""),
  message: text,
  error_description: text,
  errors: z.array(z.union([z.string(), z.object({ title: text, detail: text })])).catch([]),
})

/** What a place says of why not: its code, where it gives one as text, and its own words for people. */
export function complaintOf({ body }: { body: unknown }): { error: string; words: string } {
  const { data } = complaint.safeParse(body)
  if (!data) return { error: "", words: "" }
  const { error, message, error_description, errors } = data
  const inner = typeof error === "string" ? "" : error.error_user_msg || error.message
  const listed = errors.map((each) => (typeof each === "string" ? each : each.detail || each.title)).join(" ")
  const code = typeof error === "string" ? error : ""
  return { error: code, words: message || error_description || inner || listed || code }
}
