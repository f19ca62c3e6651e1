import type { Door } from "../speech/topic.ts"

/** Words of the company in both languages; the house is furnished in one of them. */
type Both = { fr: string; en: string }

export type TeamKey = "members" | "flowers" | "line" | "travel" | "accounts" | "voice"

export const DOMAIN = "goeland.example"
export const COMPANY: Both = { fr: "Goéland, la coopérative des deux rives", en: "Goéland, the co-op of both shores" }

export const TEAMS: readonly { key: TeamKey; name: Both }[] = [
  { key: "members", name: { fr: "Sociétaires", en: "Members" } },
  { key: "flowers", name: { fr: "Fleurs", en: "Flowers" } },
  { key: "line", name: { fr: "Ligne", en: "Line" } },
  { key: "travel", name: { fr: "Escale, jour et nuit", en: "Travel, day and night" } },
  { key: "accounts", name: { fr: "Comptes", en: "Accounts" } },
  { key: "voice", name: { fr: "Parole publique", en: "Public voice" } },
]

interface InboxPlan {
  door: Door
  name: string
  language: "fr" | "en"
  team: TeamKey
  acknowledge: boolean
  signature: string
  /** Minutes until a first answer, in working time of the calendar. */
  firstAnswer: number
  always?: boolean
}

export const INBOXES: readonly InboxPlan[] = [
  {
    door: "bonjour",
    name: "Goéland, bonjour",
    language: "fr",
    team: "members",
    acknowledge: false,
    signature: "Goéland\nLa coopérative des deux rives",
    firstAnswer: 480,
  },
  {
    door: "hello",
    name: "Goéland, hello",
    language: "en",
    team: "members",
    acknowledge: false,
    signature: "Goéland\nThe co-op of both shores",
    firstAnswer: 480,
  },
  {
    door: "fleurs",
    name: "Goéland Fleurs",
    language: "fr",
    team: "flowers",
    acknowledge: false,
    signature: "Goéland Fleurs, Saint-Malo",
    firstAnswer: 120,
  },
  {
    door: "flowers",
    name: "Goéland Flowers",
    language: "en",
    team: "flowers",
    acknowledge: false,
    signature: "Goéland Flowers, Weymouth",
    firstAnswer: 120,
  },
  {
    door: "fil",
    name: "Goéland Fil",
    language: "fr",
    team: "line",
    acknowledge: true,
    signature: "Goéland Fil, internet et téléphone",
    firstAnswer: 240,
  },
  {
    door: "line",
    name: "Goéland Line",
    language: "en",
    team: "line",
    acknowledge: true,
    signature: "Goéland Line, internet and telephone",
    firstAnswer: 240,
  },
  {
    door: "escale",
    name: "Goéland Escale",
    language: "fr",
    team: "travel",
    acknowledge: true,
    signature: "Goéland Escale, 24 h / 24",
    firstAnswer: 30,
    always: true,
  },
  {
    door: "travel",
    name: "Goéland Travel",
    language: "en",
    team: "travel",
    acknowledge: true,
    signature: "Goéland Travel, day and night",
    firstAnswer: 30,
    always: true,
  },
  {
    door: "comptes",
    name: "Goéland Comptes",
    language: "fr",
    team: "accounts",
    acknowledge: false,
    signature: "Goéland, service des comptes",
    firstAnswer: 960,
  },
  {
    door: "accounts",
    name: "Goéland Accounts",
    language: "en",
    team: "accounts",
    acknowledge: false,
    signature: "Goéland, accounts",
    firstAnswer: 960,
  },
  {
    door: "presse",
    name: "Goéland Presse",
    language: "fr",
    team: "voice",
    acknowledge: false,
    signature: "Goéland, parole publique",
    firstAnswer: 120,
  },
  {
    door: "press",
    name: "Goéland Press",
    language: "en",
    team: "voice",
    acknowledge: false,
    signature: "Goéland, public voice",
    firstAnswer: 120,
  },
]

/** Tags by key, as the company writes them. */
export const TAGS: Readonly<Record<string, Both>> = {
  delivery: { fr: "livraison", en: "delivery" },
  refund: { fr: "remboursement", en: "refund" },
  subscription: { fr: "abonnement", en: "subscription" },
  praise: { fr: "merci", en: "praise" },
  line: { fr: "ligne", en: "line" },
  visit: { fr: "rendez-vous", en: "visit" },
  leaving: { fr: "départ", en: "leaving" },
  hours: { fr: "heures", en: "hours" },
  claim: { fr: "sinistre", en: "claim" },
  urgent: { fr: "urgent", en: "urgent" },
  consent: { fr: "consentement", en: "consent" },
  privacy: { fr: "données", en: "privacy" },
  press: { fr: "presse", en: "press" },
  christmas: { fr: "noël", en: "christmas" },
  outage: { fr: "panne", en: "outage" },
  petition: { fr: "pétition", en: "petition" },
  live: { fr: "direct", en: "live" },
  story: { fr: "histoires", en: "stories" },
}

export const FIELDS: readonly {
  key: string
  name: Both
  type: "text" | "number" | "date" | "choice" | "boolean"
  choices?: readonly string[]
}[] = [
  { key: "order", name: { fr: "Commande ou sinistre", en: "Order or claim" }, type: "text" },
  { key: "shore", name: { fr: "Rive", en: "Shore" }, type: "choice", choices: ["France", "England"] },
  { key: "gesture", name: { fr: "Geste accordé", en: "Goodwill given" }, type: "number" },
  { key: "member", name: { fr: "Sociétaire", en: "Member" }, type: "boolean" },
]
