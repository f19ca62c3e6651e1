import { queryOptions } from "@tanstack/react-query"
import { every } from "./case.ts"
import { get } from "./request.ts"
import type { Id, Template, TemplateFields } from "./types.ts"

export const templatesQuery = queryOptions({
  queryKey: ["templates"],
  queryFn: ({ signal }) => every<Template>("/api/templates?limit=200", signal),
  staleTime: 300_000,
})

/** What the fields of templates say in a case. */
export const templateFieldsQuery = (caseId: Id) =>
  queryOptions({
    queryKey: ["template-fields", caseId],
    queryFn: ({ signal }) => get<TemplateFields>(`/api/cases/${caseId}/template-fields`, signal),
    staleTime: 10_000,
  })
