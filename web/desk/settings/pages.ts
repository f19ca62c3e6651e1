import type { Role } from "../api/types.ts"

export const PAGES = [
  "account",
  "company",
  "inboxes",
  "mailboxes",
  "social",
  "outbox",
  "agents",
  "teams",
  "statuses",
  "fields",
  "tags",
  "templates",
  "writing",
  "calendars",
  "deadlines",
  "automation",
  "webhooks",
  "tokens",
  "sso",
  "import",
  "export",
  "journal",
] as const
export type PageName = (typeof PAGES)[number]

const LEAST: Readonly<Record<PageName, Role>> = {
  account: "observer",
  company: "admin",
  inboxes: "agent",
  mailboxes: "admin",
  social: "lead",
  outbox: "agent",
  agents: "agent",
  teams: "agent",
  statuses: "lead",
  fields: "lead",
  tags: "lead",
  templates: "agent",
  writing: "admin",
  calendars: "lead",
  deadlines: "lead",
  automation: "lead",
  webhooks: "admin",
  tokens: "admin",
  sso: "admin",
  import: "lead",
  export: "lead",
  journal: "admin",
}
/** What the pages are about, in the order in which they stand. */
export const GROUPS = ["me", "company", "channels", "people", "work", "automation", "data"] as const
export type GroupName = (typeof GROUPS)[number]

const GROUP_OF: Readonly<Record<PageName, GroupName>> = {
  account: "me",
  company: "company",
  inboxes: "channels",
  mailboxes: "channels",
  social: "channels",
  outbox: "channels",
  agents: "people",
  teams: "people",
  statuses: "work",
  fields: "work",
  tags: "work",
  templates: "work",
  writing: "work",
  calendars: "company",
  deadlines: "work",
  automation: "automation",
  webhooks: "automation",
  tokens: "automation",
  sso: "people",
  import: "data",
  export: "data",
  journal: "data",
}
const ORDER: readonly Role[] = ["observer", "agent", "lead", "admin"]

export function atLeast(role: Role, least: Role): boolean {
  return ORDER.indexOf(role) >= ORDER.indexOf(least)
}

export function pagesFor(role: Role): PageName[] {
  return PAGES.filter((page) => atLeast(role, LEAST[page]))
}

/** The same, by what they are about. */
export function pagesByGroup(role: Role): { group: GroupName; pages: PageName[] }[] {
  const mine = pagesFor(role)
  return GROUPS.map((group) => ({ group, pages: mine.filter((page) => GROUP_OF[page] === group) })).filter(({ pages }) => pages.length > 0)
}
