import type { z } from "@hono/zod-openapi"
import type { DryRunView, RuleView, RunView } from "#cases"
import type { DnsView, MailboxTrialView, MailboxView } from "#channels/mail"
import type { progress, trial } from "./first-run/routes.ts"
import type { DeliveryDetail, DeliveryView, WebhookView } from "#webhooks"
import type { ContactView, MergeView, OutsideFactView, SuggestionView } from "#contacts"
import type { DraftView, InboxView, MessageView, RecipientsView, UploadView } from "#conversations"
import type { ContactsPreview as ContactsPreviewView, Import as ImportView, ImportSkip as ImportSkipView } from "#transfers"
import type { SocialAccountView } from "#channels/social"
import type {
  AlarmDetail,
  AnswerCheck,
  AnswerDetail,
  AnswerView,
  AlarmView,
  DecisionView,
  MentionDetail,
  MentionView,
  NewsView,
  QueryProblemView,
  SourceEventView,
  SourceView,
  StoryDetail,
  StoryView,
  TieView,
  VoicesView,
  WatchView,
  AccuracyView,
  CoverageBySource,
  PlacedView,
  ReadingView,
  SpeakersView,
  SpreadView,
  ToldView,
} from "#listening"
import type { agentView, companyView, meView, preferencesView, waysView } from "#people"

export type {
  ArticleDetail,
  ArticleTextView,
  ArticleVersionView,
  ArticleView,
  BulkAction,
  BulkChangeView,
  BulkDoneView,
  BulkPreviewView,
  BulkSelection,
  CaseDetail,
  CaseView,
  FiguresView,
  NotificationView,
  NowView,
  PresenceView,
  SavedViewView,
  SimilarView,
  PublishedTextView,
  SuggestedArticle,
  TemplateFieldsView,
  TemplateView,
  TimelineView,
  ViewCondition,
  ViewQuery,
} from "#cases"

/** What the desk may know of the rooms: the shapes that leave them, as types alone. */
export type Agent = z.infer<typeof agentView>
export type Company = z.infer<typeof companyView>
export type SettingUp = z.infer<typeof progress>
export type RelayTrial = z.infer<typeof trial>
export type DnsCheck = z.infer<typeof DnsView>
export type MailboxTrial = z.infer<typeof MailboxTrialView>
export type Preferences = z.infer<typeof preferencesView>
export type Me = z.infer<typeof meView>
export type SignInWays = z.infer<typeof waysView>
export type Message = z.infer<typeof MessageView>
export type SavedDraft = z.infer<typeof DraftView>
export type Recipients = z.infer<typeof RecipientsView>
export type Upload = z.infer<typeof UploadView>
export type Inbox = z.infer<typeof InboxView>
export type Mailbox = z.infer<typeof MailboxView>
export type Contact = z.infer<typeof ContactView>
export type OutsideFact = z.infer<typeof OutsideFactView>
export type MergeSuggestion = z.infer<typeof SuggestionView>
export type ContactMerge = z.infer<typeof MergeView>

export type Import = z.infer<typeof ImportView>
export type ImportSkip = z.infer<typeof ImportSkipView>
export type ContactsPreview = z.infer<typeof ContactsPreviewView>

export type AutomationRule = z.infer<typeof RuleView>
export type RuleRun = z.infer<typeof RunView>
export type RuleDryRun = z.infer<typeof DryRunView>
export type Tie = z.infer<typeof TieView>
export type MentionDecision = z.infer<typeof DecisionView>
export type Webhook = z.infer<typeof WebhookView>
export type WebhookDelivery = z.infer<typeof DeliveryView>
export type WebhookDeliveryDetail = z.infer<typeof DeliveryDetail>

export type ListenedWatch = z.infer<typeof WatchView>
export type ListenedQueryProblem = z.infer<typeof QueryProblemView>
export type ListenedMention = z.infer<typeof MentionView>
export type ListenedMentionDetail = z.infer<typeof MentionDetail>
export type ListenedSource = z.infer<typeof SourceView>
export type ListenedSourceEvent = z.infer<typeof SourceEventView>
export type WatchVoices = z.infer<typeof VoicesView>
export type WatchNews = z.infer<typeof NewsView>
export type { AlarmCasesView, AlarmTrailView, AlertPlanOf } from "#listening"
export type ListenedAlarm = z.infer<typeof AlarmView>
export type ListenedAlarmDetail = z.infer<typeof AlarmDetail>
export type ListedAccuracy = z.infer<typeof AccuracyView>
export type ListenedReading = z.infer<typeof ReadingView>
export type ListenedSpread = z.infer<typeof SpreadView>
export type ListenedPlaced = z.infer<typeof PlacedView>
export type WatchTold = z.infer<typeof ToldView>
export type WatchSpeakers = z.infer<typeof SpeakersView>
export type WatchCoverage = z.infer<typeof CoverageBySource>
export type ListenedStory = z.infer<typeof StoryView>
export type ListenedStoryDetail = z.infer<typeof StoryDetail>
export type ListenedAnswer = z.infer<typeof AnswerView>
export type ListenedAnswerDetail = z.infer<typeof AnswerDetail>
export type ListenedAnswerCheck = z.infer<typeof AnswerCheck>
export type SocialAccount = z.infer<typeof SocialAccountView>
