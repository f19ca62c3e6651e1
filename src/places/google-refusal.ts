import { z } from "zod"
import { HOUR } from "#platform"

const refusal = z.object({
  error: z.object({
    status: z.string().nullish(),
    errors: z.array(z.object({ reason: z.string() }).loose()).catch([]),
    details: z.array(z.object({ reason: z.string().nullish(), metadata: z.record(z.string(), z.string()).nullish() }).loose()).catch([]),
  }),
})

/**
 * Why Google refuses, where its answer says more than the status. not-approved: a project whose application wasn't granted has the
 * service switched off, or a quota of nothing a minute, and no pause helps (developers.google.com/my-business/content/prereqs).
 */
export function googleRefusal(status: number, body: unknown): "not-approved" | "day-is-used-up" | "too-fast" | "not-allowed" | null {
  const error = refusal.safeParse(body).data?.error
  if (!error || (status !== 403 && status !== 429)) return null
  const isOff = error.details.some(({ reason }) => reason === "SERVICE_DISABLED" || reason === "ACCESS_NOT_CONFIGURED")
  const isNothing = error.details.some(({ metadata }) => metadata?.["quota_limit_value"] === "0")
  if (isOff || isNothing) return "not-approved"
  if (status === 403 && error.errors.some(({ reason }) => /^(quotaExceeded|dailyLimit.*)$/i.test(reason))) return "day-is-used-up"
  if (error.errors.some(({ reason }) => /rateLimitExceeded$/i.test(reason))) return "too-fast"
  return status === 403 && error.status === "PERMISSION_DENIED" ? "not-allowed" : null
}

/** The short words by which Google's older services say why. */
export function googleReasons(body: unknown): string[] {
  return refusal.safeParse(body).data?.error.errors.map(({ reason }) => reason) ?? []
}

/** When the units of a day that are used up come back: at midnight in California. */
export function nextDayInCalifornia(now: Date): Date {
  const hour = Number(new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: "America/Los_Angeles" }).format(now))
  return new Date(now.getTime() + (24 - hour) * HOUR)
}
