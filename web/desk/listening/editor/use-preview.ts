import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { ask } from "../../api/request.ts"
import type { Id } from "../../api/types.ts"
import type { Mention, QueryProblem } from "../api.ts"
import type { Span } from "./colour.ts"

export interface Found {
  posts: number
  people: number
  days: { from: string; posts: number; people: number }[]
  examples: Mention[]
  looked: { mentions: number; since: string | null; isAll: boolean }
  partial: { id: Id; name: string }[]
}

export interface Preview {
  problems: QueryProblem[]
  remarks: QueryProblem[]
  found: Found | null
}

const PAUSE = 350

const previewQuery = (text: string) =>
  queryOptions({
    queryKey: ["query-preview", text],
    queryFn: async ({ signal }) => ({
      of: text,
      ...(await ask<Preview>("POST", "/api/watches/preview", { query: text }, { signal })),
    }),
    enabled: text.trim() !== "",
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  })

/** What a query would have heard and what is wrong with it, once the hand rests; what was known before stays until then. */
export function usePreview(text: string) {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const asked = useQuery(previewQuery(settled))
  const known = text.trim() === "" ? undefined : asked.data
  const there = <T extends Span>(spans: readonly T[]): T[] =>
    known ? spans.filter(({ start, end }) => text.slice(start, end) === known.of.slice(start, end) && start <= text.length) : []
  return {
    error: asked.error,
    again: () => void asked.refetch(),
    /** Whether what is shown is of what stands in the field now. */
    isNow: known?.of === text && !asked.isPlaceholderData,
    problems: there(known?.problems ?? []),
    remarks: there(known?.remarks ?? []),
    found: known?.found ?? null,
  }
}
