/** The places where the torture tests pull the plug. Each stands between two steps whose order is a promise. */
export type Failpoint =
  | "after-spool-flush"
  | "before-250"
  | "after-250"
  | "after-blob"
  | "in-transaction"
  | "before-commit"
  | "after-commit"
  | "before-spool-done"
  | "after-sending-marked"
  | "after-last-byte"
  | "after-relay-250"
  | "before-sent-marked"
  | `imap-${"opened" | "spooled" | "recorded" | "announced" | "settled-there"}`

const [armed, nth] = (process.env["VIGIE_TEST_FAILPOINT"] ?? "").split(":")
let left = Number(nth ?? 1)

/**
 * Does nothing, unless `VIGIE_TEST_FAILPOINT=name` or `name:nth` is set: then the nth time this place is reached the process ends as in a
 * power cut, without a last word (SIGKILL).
 */
export function failpoint(name: Failpoint): void {
  if (armed !== name || --left > 0) return
  process.kill(process.pid, "SIGKILL")
}
