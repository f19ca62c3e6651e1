import type { Role } from "../api/types.ts"

export const PAGES = [
  "account",
  "inboxes",
  "mailboxes",
  "outbox",
  "agents",
  "teams",
  "statuses",
  "fields",
  "templates",
  "writing",
  "calendars",
  "automation",
  "webhooks",
  "tokens",
  "sso",
] as const
export type PageName = (typeof PAGES)[number]

const LEAST: Readonly<Record<PageName, Role>> = {
  account: "observer",
  inboxes: "agent",
  mailboxes: "admin",
  outbox: "agent",
  agents: "agent",
  teams: "agent",
  statuses: "lead",
  fields: "lead",
  templates: "agent",
  writing: "admin",
  calendars: "lead",
  automation: "lead",
  webhooks: "admin",
  tokens: "admin",
  sso: "admin",
}
const ORDER: readonly Role[] = ["observer", "agent", "lead", "admin"]

export function atLeast(role: Role, least: Role): boolean {
  return ORDER.indexOf(role) >= ORDER.indexOf(least)
}

export function pagesFor(role: Role): PageName[] {
  return PAGES.filter((page) => atLeast(role, LEAST[page]))
}
