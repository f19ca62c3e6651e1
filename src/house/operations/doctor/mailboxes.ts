import { type MailboxHealth, mailboxStates } from "#channels/mail"
import type { Reader } from "#platform"
import { fail, type Finding, ok, warn } from "./finding.ts"

/** The mailboxes that are read elsewhere: what the last look at each has found. */
export async function checkMailboxes(reader: Reader): Promise<Finding[]> {
  return (await mailboxStates(reader)).map(judge)
}

function judge({ host, folder, missing, problem }: MailboxHealth): Finding {
  if (problem) return fail(problem.key, problem.values, "doctor.mailbox.todo")
  if (missing > 0) return warn("doctor.mailbox.missing", { host, folder, count: missing }, "doctor.mailbox.missing.todo")
  return ok("doctor.mailbox.ok", { host, folder })
}
