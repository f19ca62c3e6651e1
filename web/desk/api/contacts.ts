import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { Contact, ContactMerge, MergeSuggestion, OutsideFact, Page } from "./types.ts"

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ["contact", id],
    queryFn: ({ signal }) => get<Contact>(`/api/contacts/${id}`, signal),
    staleTime: 60_000,
    retry: false,
  })

const listOf = <T>(id: string, what: string) =>
  queryOptions({
    queryKey: ["contact", id, what],
    queryFn: async ({ signal }) => (await get<Page<T>>(`/api/contacts/${id}/${what}`, signal)).items,
    staleTime: 60_000,
    retry: false,
  })

export const outsideFactsQuery = (id: string) => listOf<OutsideFact>(id, "facts")
export const mergeSuggestionsQuery = (id: string) => listOf<MergeSuggestion>(id, "suggestions")
export const contactMergesQuery = (id: string) => listOf<ContactMerge>(id, "merges")
