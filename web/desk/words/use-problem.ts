import { Refused } from "../api/request.ts"
import { useWords } from "./use-words.ts"

/** What to tell a person about something that failed. */
export function useProblem(): (error: unknown) => string {
  const { say } = useWords()
  return (error) => {
    if (!(error instanceof Refused)) return say("problem.unknown")
    if (error.status === 0) return say("problem.offline")
    return error.problem.detail || say("problem.status", { status: String(error.status) })
  }
}
