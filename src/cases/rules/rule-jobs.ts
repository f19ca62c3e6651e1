import type { Database, JobKind } from "#platform"
import { DRY_RUN } from "../job-names.ts"
import { dryRun } from "./dry-run.ts"

/** Looking through past cases takes longer than a request. */
export function dryRunJob(db: Database): JobKind<{ dryRunId: string }> {
  return { name: DRY_RUN, run: ({ dryRunId }) => dryRun(db, dryRunId) }
}
