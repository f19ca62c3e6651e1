import { z } from "zod"

const share = z.object({
  call_count: z.number().catch(0),
  total_time: z.number().catch(0),
  total_cputime: z.number().catch(0),
  estimated_time_to_regain_access: z.number().catch(0),
})
const byBusiness = z.record(z.string(), z.array(share))

/** How much of what may be asked is used up, in percent, and in how many minutes one may ask again. */
export interface Usage {
  percent: number
  regain: number
}

/** What `X-App-Usage` and `X-Business-Use-Case-Usage` say (developers.facebook.com/docs/graph-api/overview/rate-limiting); the fullest counts. */
export function usageOf(headers: Headers): Usage {
  const app = share.safeParse(parsed(headers.get("x-app-usage"))).data
  const businesses = byBusiness.safeParse(parsed(headers.get("x-business-use-case-usage"))).data ?? {}
  const all = [...(app ? [app] : []), ...Object.values(businesses).flat()]
  return {
    percent: Math.max(0, ...all.flatMap((one) => [one.call_count, one.total_time, one.total_cputime])),
    regain: Math.max(0, ...all.map((one) => one.estimated_time_to_regain_access)),
  }
}

function parsed(header: string | null): unknown {
  try {
    return JSON.parse(header ?? "null")
  } catch {
    return null // a header that says nothing
  }
}
