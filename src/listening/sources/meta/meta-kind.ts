import { metaSecret } from "./meta-secret.ts"

/** What all of Meta's places have in common. */
export const META_KIND = {
  place: "social",
  readable: "after-approval",
  keeps: "all",
  isRegistered: true,
  secret: metaSecret,
} as const
