/** The package of an app on Google Play: `com.example.app`. */
export const APP_PACKAGE = /^[a-zA-Z]\w*(\.\w+)+$/

/** The number of an app in the App Store: its Apple ID. */
export const APPLE_ID = /^\d{5,15}$/

/** Business units, people and reviews at Trustpilot. */
export const TRUSTPILOT_ID = /^[0-9a-fA-F]{24}$/

/** The number of an account or page, as Meta's API knows it. */
export const META_ID = /^\d{5,30}$/

/** Accounts and locations of Google Business Profile. */
export const BUSINESS_ID = /^\d{1,30}$/
