import type { Values } from "#platform"
import type { AuditResult } from "./verify-audit.ts"

/** What a verification found, as a sentence. Without a checkpoint an unbroken chain is good only as far as it goes. */
export function auditVerdict({ problem, seq, checkpoint }: AuditResult): { good: boolean; key: string; values: Values } {
  if (problem !== null) return { good: false, key: `audit.${problem}`, values: { seq } }
  return { good: checkpoint !== null, key: checkpoint ? "audit.holds" : "audit.noCheckpoint", values: { seq } }
}
