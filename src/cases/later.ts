import type { JobData, Tx } from "#platform"

/** Puts work off: the platform's jobs, of which the room needs no more. */
export interface Later {
  put(tx: Tx, name: string, data: JobData, at?: Date): Promise<void>
}
