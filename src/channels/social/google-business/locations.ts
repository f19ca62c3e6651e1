import { z } from "zod"
import { read } from "../ask-place.ts"
import type { SocialGround } from "../network.ts"
import { askBusiness, type BusinessAccount } from "./ask.ts"

const page = z.object({
  locations: z
    .array(z.object({ name: z.string(), title: z.string().nullish(), metadata: z.object({ mapsUri: z.string().nullish() }).nullish() }))
    .default([]),
  nextPageToken: z.string().nullish(),
})
type Location = z.infer<typeof page>["locations"][number]

const MOST_PAGES = 5

/** The locations of the account, a hundred at a time. @throws PlaceTrouble */
export async function locationsOf(ground: SocialGround, account: BusinessAccount, pages = MOST_PAGES): Promise<Location[]> {
  const found: Location[] = []
  let token: string | null = null
  for (let n = 0; n < pages; n++) {
    const query = { readMask: "name,title,metadata", pageSize: "100", ...(token ? { pageToken: token } : {}) }
    const path = `/v1/accounts/${account.settings.account}/locations`
    const value: z.infer<typeof page> = read(ground, await askBusiness(ground, account, "information", path, { query }), page)
    found.push(...value.locations)
    token = value.nextPageToken ?? null
    if (!token) break
  }
  return found
}
