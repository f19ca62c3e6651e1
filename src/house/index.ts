export { createApp } from "./app.ts"
export type {
  Agent,
  CaseDetail,
  CaseView,
  Contact,
  ContactMerge,
  Inbox,
  Mailbox,
  Me,
  MergeSuggestion,
  Message,
  OutsideFact,
  Preferences,
  Recipients,
  SavedDraft,
  SignInWays,
  PresenceView,
  TemplateFieldsView,
  TemplateView,
  TimelineView,
  Upload,
} from "./desk-views.ts"
export type { MailOptions } from "./open-mail.ts"
export { type House, openHouse } from "./open-house.ts"
export { DemoRefused, openDemo } from "./demo/open-demo.ts"
