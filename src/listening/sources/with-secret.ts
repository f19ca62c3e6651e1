import { SourceTrouble } from "./source.ts"

/** The secret of a source that is no good without. @throws SourceTrouble where none was given */
export function withSecret<Secret>(secret: Secret | null): Secret {
  if (secret === null) throw new SourceTrouble("needs-approval", { remark: { key: "listening.remark.needsToken" } })
  return secret
}
