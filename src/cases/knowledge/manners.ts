import { withoutGreeting } from "./greeting.ts"
import { withoutLeave } from "./leave-taking.ts"

/** What an answer says, without how it greets and takes leave: those are for one person. */
export function withoutManners(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n")
  const body = withoutLeave(withoutGreeting(lines)).map((line) => line.trimEnd())
  return body
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/** A subject without the marks of answers, numbers in brackets and stray ends: "Re: [#12] Bouquet" is "Bouquet". */
export function titleOf(subject: string): string {
  const plain = subject
    .replace(/^(?:\s*(?:re|fwd?|tr|aw|wg|réf?)\s*(?:\[\d+\])?\s*:\s*)+/iu, "")
    .replace(/\s*[[(]#?\d+[\])]\s*/g, " ")
    .replace(/\s+/g, " ")
    .trim()
  return plain.slice(0, 200)
}
