import type { QueryClient } from "@tanstack/react-query"
import { caseQuery } from "../api/case.ts"
import { Refused } from "../api/request.ts"
import type { Case, OneCase } from "../api/types.ts"
import type { Words } from "../words/use-words.ts"

/** The case that was chosen beside one, or typed by its number. @throws Refused beside the field: none, the same, or one that isn't there */
export async function chosenCase(client: QueryClient, of: Case, name: string, typed: string, { say }: Words): Promise<OneCase> {
  const number = /^\s*#?(\d{1,15})\s*(?:·|$)/.exec(typed)?.[1]
  if (!number) throw beside(name, say("case.whichOther"))
  if (Number(number) === of.number) throw beside(name, say("case.itself"))
  return client.fetchQuery(caseQuery(number)).catch((error: unknown) => {
    throw error instanceof Refused && error.problem.status === 404 ? beside(name, error.problem.detail) : error
  })
}

function beside(path: string, detail: string): Refused {
  return new Refused({ title: "", detail, status: 422, key: "case", fields: [{ path, detail, key: "case" }] })
}
