import { queryOptions } from "@tanstack/react-query"
import type { AlertPlanOf } from "#house"
import { get } from "../../api/request.ts"

export type AlertPlan = AlertPlanOf["plan"]
export type AlertStep = AlertPlan["steps"][number]

/** A watch, an inbox, or a topic, which is a tag. */
export type Subject = AlertPlanOf["subject"]

export const planPath = ({ kind, id }: Subject): string => `/api/alert-plans/${kind}/${encodeURIComponent(id)}`

export const planQuery = (subject: Subject) =>
  queryOptions({
    queryKey: ["alert-plan", subject.kind, subject.id],
    queryFn: ({ signal }) => get<AlertPlanOf>(planPath(subject), signal),
    staleTime: 60_000,
  })
