import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { watchesQuery } from "../api.ts"
import type { MentionSearch } from "../search.ts"

/** The plain words that a search or its watch looks for, to make them stand out; what a query excludes isn't there to stand out. */
export function useWatchWords({ watch, words }: MentionSearch): readonly string[] {
  const query = useQuery(watchesQuery).data?.find(({ id }) => id === watch)?.query
  return useMemo(() => [...wordsOf(words ?? ""), ...wordsOf(query ?? "")], [query, words])
}

const OPERATORS = /(?<![\p{L}\p{N}])(?:AND|OR|NOT|O?NEAR(?:\/\d+f?)?)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[a-z]+:[^\s"()]*|[()]/gu

function wordsOf(query: string): string[] {
  const phrases = [...query.matchAll(/"([^"]+)"/g)].map(([, phrase]) => phrase!)
  const rest = query.replaceAll(/"[^"]*"/g, " ").replaceAll(OPERATORS, " ")
  return [...phrases, ...rest.split(/\s+/)]
    .map((word) => word.replaceAll(/[*?]/g, ""))
    .filter((word) => word.length > 2)
    .slice(0, 60)
}
