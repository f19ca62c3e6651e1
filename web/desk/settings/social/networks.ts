import type { DeskKey } from "#words/desk"

/** One thing that a network asks for. */
export interface NetworkField {
  in: "settings" | "secret"
  name: string
  label: DeskKey
  help?: DeskKey
  placeholder?: string
  /** Nearly always this. */
  usual?: string
  /** Has lines, like a key. */
  rows?: number
  choices?: readonly { value: string; label: DeskKey }[]
}

const TOKEN = { in: "secret", name: "token", label: "social.token" } as const
const APP_SECRET = { in: "secret", name: "appSecret", label: "social.appSecret", help: "social.appSecretHelp" } as const
const ALLOWED = [
  { in: "secret", name: "client_id", label: "social.clientId" },
  { in: "secret", name: "client_secret", label: "social.clientSecret" },
  { in: "secret", name: "refresh_token", label: "social.refreshToken" },
] as const
const VISIBILITY = [
  { value: "public", label: "social.visibility.public" },
  { value: "unlisted", label: "social.visibility.unlisted" },
] as const

/** What each network asks for, in the order in which one finds it there. */
export const NETWORKS = {
  bluesky: [
    { in: "settings", name: "handle", label: "social.handle", placeholder: "lilas.bsky.social" },
    { in: "secret", name: "appPassword", label: "social.appPassword", help: "social.appPasswordHelp" },
    { in: "settings", name: "pds", label: "social.pds", help: "social.pdsHelp", usual: "https://bsky.social" },
  ],
  mastodon: [
    { in: "settings", name: "url", label: "social.instance", placeholder: "https://social.example" },
    { ...TOKEN, help: "social.tokenHelp" },
    { in: "settings", name: "visibility", label: "social.visibility", usual: "public", choices: VISIBILITY },
  ],
  threads: [{ ...TOKEN, help: "social.threadsToken" }, APP_SECRET],
  discourse: [
    { in: "settings", name: "url", label: "social.forum", placeholder: "https://forum.example" },
    { in: "settings", name: "user", label: "social.user", help: "social.userHelp" },
    { in: "secret", name: "key", label: "social.apiKey", help: "social.discourseKey" },
  ],
  lemmy: [
    { in: "settings", name: "url", label: "social.instance", placeholder: "https://lemmy.example" },
    { in: "settings", name: "user", label: "social.user" },
    { in: "secret", name: "password", label: "social.password", help: "social.lemmyPassword" },
  ],
  "google-play": [
    { in: "settings", name: "app", label: "social.package", placeholder: "com.example.app" },
    { in: "secret", name: "keyFile", label: "social.keyFile", help: "social.keyFileHelp", rows: 4 },
  ],
  "app-store": [
    { in: "settings", name: "app", label: "social.appleId", help: "social.appleIdHelp", placeholder: "1234567890" },
    { in: "secret", name: "issuer", label: "social.issuer" },
    { in: "secret", name: "keyId", label: "social.keyId" },
    { in: "secret", name: "privateKey", label: "social.privateKey", help: "social.privateKeyHelp", rows: 4 },
  ],
  trustpilot: [
    { in: "settings", name: "business", label: "social.business", help: "social.businessHelp" },
    { in: "settings", name: "user", label: "social.businessUser", help: "social.businessUserHelp" },
    { in: "secret", name: "key", label: "social.apiKey" },
    { in: "secret", name: "secret", label: "social.apiSecret" },
  ],
  "google-business": [{ in: "settings", name: "account", label: "social.googleAccount", help: "social.googleAccountHelp" }, ...ALLOWED],
  youtube: ALLOWED,
  instagram: [
    { in: "settings", name: "account", label: "social.instagramAccount", help: "social.metaNumber" },
    { ...TOKEN, help: "social.instagramToken" },
    APP_SECRET,
  ],
  facebook: [
    { in: "settings", name: "page", label: "social.facebookPage", help: "social.metaNumber" },
    { ...TOKEN, help: "social.facebookToken" },
    APP_SECRET,
  ],
} as const satisfies Record<string, readonly NetworkField[]>

export type NetworkKind = keyof typeof NETWORKS
export const NETWORK_KINDS = Object.keys(NETWORKS).filter(isNetwork)

export function isNetwork(kind: string): kind is NetworkKind {
  return kind in NETWORKS
}

/** What a form says, as the API takes it; what is known of an account and isn't asked for stays. */
export function accountFrom(kind: NetworkKind, text: (name: string) => string, known: Readonly<Record<string, unknown>> = {}) {
  const fields: readonly NetworkField[] = NETWORKS[kind]
  const said = (part: NetworkField["in"]) =>
    fields.flatMap(({ in: where, name, usual }) => {
      const value = where === part ? text(`${where}.${name}`) || usual : undefined
      return value ? [[name, value] as const] : []
    })
  const secret = said("secret")
  return {
    kind,
    settings: { ...known, ...Object.fromEntries(said("settings")) },
    secret: secret.length > 0 ? Object.fromEntries(secret) : null,
  }
}
