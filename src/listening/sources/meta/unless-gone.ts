import { SourceTrouble } from "../source.ts"

/** Asks about one thing among many: one that was taken back meanwhile, or isn't shown to us, takes nothing away from the others. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof SourceTrouble && (error.code === "unreadable" || error.code === "gone")) return null
    throw error
  }
}
