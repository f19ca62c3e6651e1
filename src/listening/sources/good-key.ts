import { BadKey } from "#places"
import { SourceTrouble } from "./source.ts"

/** What is signed with a private key. @throws SourceTrouble where the key is none */
export function withGoodKey<T>(sign: () => T): T {
  try {
    return sign()
  } catch (error) {
    if (!(error instanceof BadKey)) throw error
    throw new SourceTrouble("refused", { remark: { key: "listening.remark.badKey" }, cause: error })
  }
}
