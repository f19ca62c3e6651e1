import { useParams } from "@tanstack/react-router"
import type { ComponentType } from "react"
import { useMe } from "../shell/me.ts"
import { NotHere } from "../shell/not-here.tsx"
import { AccountPage } from "./account/account-page.tsx"
import { AgentsPage } from "./agents-page.tsx"
import { AskFirst } from "./ask-first.tsx"
import { AutomationPage } from "./automation/automation-page.tsx"
import { CalendarsPage } from "./calendars-page.tsx"
import { CompanyPage } from "./company-page.tsx"
import { DeadlinesPage } from "./deadlines/deadlines-page.tsx"
import { FieldsPage } from "./fields-page.tsx"
import { InboxesPage } from "./inboxes-page.tsx"
import { JournalPage } from "./journal-page.tsx"
import { MailboxesPage } from "./mailboxes-page.tsx"
import { OutboxPage } from "./outbox-page.tsx"
import { ExportPage } from "./moving/export-page.tsx"
import { ImportPage } from "./moving/import-page.tsx"
import { pagesFor, type PageName } from "./pages.ts"
import { SocialPage } from "./social/social-page.tsx"
import { SsoPage } from "./sso-page.tsx"
import { StatusesPage } from "./statuses-page.tsx"
import { TagsPage } from "./tags-page.tsx"
import { TemplatesPage } from "./templates/templates-page.tsx"
import { TeamsPage } from "./teams-page.tsx"
import { TokensPage } from "./tokens/tokens-page.tsx"
import { WebhooksPage } from "./webhooks/webhooks-page.tsx"
import { WritingHelpPage } from "./writing-help-page.tsx"

const SHOWN: Readonly<Record<PageName, ComponentType>> = {
  account: AccountPage,
  company: CompanyPage,
  inboxes: InboxesPage,
  mailboxes: MailboxesPage,
  social: SocialPage,
  outbox: OutboxPage,
  agents: AgentsPage,
  teams: TeamsPage,
  statuses: StatusesPage,
  fields: FieldsPage,
  tags: TagsPage,
  templates: TemplatesPage,
  writing: WritingHelpPage,
  calendars: CalendarsPage,
  deadlines: DeadlinesPage,
  automation: AutomationPage,
  webhooks: WebhooksPage,
  tokens: TokensPage,
  sso: SsoPage,
  import: ImportPage,
  export: ExportPage,
  journal: JournalPage,
}

export function SettingsPage() {
  const { page } = useParams({ from: "/settings/$page" })
  const me = useMe()
  const name = pagesFor(me.role).find((each) => each === page)
  if (!name) return <NotHere />
  const Page = SHOWN[name]
  return (
    <>
      <Page />
      <AskFirst />
    </>
  )
}
