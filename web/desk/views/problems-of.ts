import { Refused } from "../api/request.ts"

/** What is wrong with each field, by its name: what the server said, and a name that is missing. */
export function problemsOf(error: unknown, name: string | null): Readonly<Record<string, string>> {
  const told = error instanceof Refused ? error.fields : {}
  const shared = told["teamId"] ?? told["shared"]
  return { ...told, ...(shared ? { shared } : {}), ...(name ? { name } : {}) }
}
