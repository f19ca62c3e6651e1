import { defineSource } from "../source.ts"
import { readBusiness } from "./read.ts"
import { businessSecret, businessSettings } from "./settings.ts"

/** Reviews of one's own business on Google Maps and Search (Google Business Profile). */
export const googleBusiness = defineSource({
  kind: "google-business",
  place: "reviews",
  readable: "after-approval",
  keeps: "all",
  settings: businessSettings,
  secret: businessSecret,
  nameOf: ({ account }) => `Google Business · ${account}`,
  read: readBusiness,
})
