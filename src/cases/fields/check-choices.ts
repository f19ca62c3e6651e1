import { Invalid } from "#platform"
import type { FieldType } from "../tables.ts"

/** A field's choices, trimmed, each once. @throws Invalid when a field of choices has none, or another kind has some */
export function checkChoices(type: FieldType, choices: readonly string[]): string[] {
  const plain = [...new Set(choices.map((choice) => choice.trim()).filter((choice) => choice !== ""))]
  if (type === "choice" && plain.length === 0)
    throw new Invalid("request.invalid", {}, [{ path: "choices", key: "cases.field.choicesNeeded" }])
  if (type !== "choice" && plain.length > 0) throw new Invalid("request.invalid", {}, [{ path: "choices", key: "cases.field.choicesOnly" }])
  return plain
}
