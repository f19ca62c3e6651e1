import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { type Answer, type AnswerCheck, checkQuery, type Finding } from "./api.ts"

const PAUSE = 350

/** What stands in the words that mustn't, once the hand rests; what was found before stays where its words still stand. */
export function useCheck(
  answer: Pick<Answer, "id" | "mentionId">,
  accountId: string,
  text: string,
): { check: AnswerCheck | null; found: Finding[] } {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const asked = { mentionId: answer.mentionId, accountId, answerId: answer.id, text: settled }
  const { data } = useQuery({ ...checkQuery(asked), placeholderData: keepPreviousData })
  if (!data || text.trim() === "") return { check: null, found: [] }
  return { check: data, found: data.found.filter(({ start, end, text: words }) => text.slice(start, end) === words) }
}
