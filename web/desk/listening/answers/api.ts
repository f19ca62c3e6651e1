import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { ListenedAnswer, ListenedAnswerCheck, ListenedAnswerDetail } from "#house"
import { ask, get, query } from "../../api/request.ts"
import type { Id, Page, SocialAccount } from "../../api/types.ts"

export type Answer = ListenedAnswer
export type AnswerDetail = ListenedAnswerDetail
export type AnswerCheck = ListenedAnswerCheck
export type Finding = AnswerCheck["found"][number]

/** An account by which a mention can be answered, and how its place counts. */
export interface Way {
  accountId: Id
  kind: string
  name: string
  handle: string
  counting: SocialAccount["counting"]
  /** A second answer takes the place of the first. */
  keepsOne: boolean
  takesBack: boolean
  opening: string
  needsApproval: boolean
}

export const waysQuery = (mentionId: Id) =>
  queryOptions({
    queryKey: ["ways-to-answer", mentionId],
    queryFn: async ({ signal }) => (await get<Page<Way>>(`/api/mentions/${mentionId}/ways-to-answer`, signal)).items,
    staleTime: 60_000,
  })

export interface AnswersAsked {
  mention?: Id
  story?: Id
  state?: string
}

export const answersQuery = (asked: AnswersAsked) =>
  infiniteQueryOptions({
    queryKey: ["answers", asked],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Answer>>(`/api/public-answers${query({ ...asked, limit: 30, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 15_000,
  })

export const answerQuery = (id: Id) =>
  queryOptions({
    queryKey: ["answers", id],
    queryFn: ({ signal }) => get<AnswerDetail>(`/api/public-answers/${id}`, signal),
    staleTime: 15_000,
  })

/** What an answer would take the place of; its place is asked. */
export const standingQuery = (mentionId: Id, accountId: Id) =>
  queryOptions({
    queryKey: ["answers", "standing", mentionId, accountId],
    queryFn: ({ signal }) =>
      get<{ text: string | null; trouble: { detail: string } | null }>(
        `/api/mentions/${mentionId}/standing-answer${query({ account: accountId })}`,
        signal,
      ),
    staleTime: 60_000,
    retry: false,
  })

/** What the guard says of these words; asked once the hand rests. */
export const checkQuery = (asked: { mentionId: Id; accountId: Id; answerId: Id; text: string }) =>
  queryOptions({
    queryKey: ["answer-check", asked],
    queryFn: async ({ signal }) => ({
      of: asked.text,
      ...(await ask<AnswerCheck>("POST", "/api/public-answers/check", asked, { signal })),
    }),
    enabled: asked.text.trim() !== "",
    staleTime: 30_000,
    gcTime: 60_000,
    retry: false,
  })
