import { z } from "@hono/zod-openapi"
import type { Subscription } from "./tables.ts"

export const subscriptionView = z
  .object({
    id: z.uuid(),
    endpoint: z.string(),
    browser: z.string(),
    createdAt: z.iso.datetime(),
    toldAt: z.iso.datetime().nullable(),
    failedWhy: z.string().nullable().openapi({ description: "A status, or a code such as `unreachable`" }),
  })
  .openapi("PushSubscription")
export const pushView = z
  .object({ publicKey: z.string(), items: z.array(subscriptionView), next: z.null() })
  .openapi("Push", { description: "The key that a browser subscribes to, and one’s own browsers" })
export type PushView = z.infer<typeof pushView>

const base64url = z.string().regex(/^[\w-]{16,100}={0,2}$/)
export const asked = z.strictObject({
  endpoint: z.url().max(2000),
  keys: z.strictObject({ p256dh: base64url, auth: base64url }),
})

export function present({ id, endpoint, browser, created_at, told_at, failed_why }: Subscription) {
  return {
    id,
    endpoint,
    browser,
    createdAt: created_at.toISOString(),
    toldAt: told_at?.toISOString() ?? null,
    failedWhy: failed_why,
  }
}
