export { accessConversation, accessMessage, type Conversation, type Message } from "./access.ts"
export { acknowledge, askingReceipt } from "./acknowledge.ts"
export { answerByRule } from "./answer-by-rule.ts"
export { type MessageForRules, messagesForRules } from "./for-rules.ts"
export { heardInCases } from "./heard-in-cases.ts"
export { addNote } from "./notes.ts"
export { offerDraft, takeBackDraft } from "./offer-draft.ts"
export { casesUnsent, type Unsent, unsentOf } from "./unsent.ts"
export { casesBegun, draftsIn } from "./begun-drafts.ts"
export type { DraftKind } from "./drafts.ts"
export { undoSending } from "./change-outgoing.ts"
export { domainOf, normalAddress, writtenAddress } from "./address.ts"
export type {
  AnsweredWords,
  Counting,
  PublicAccount,
  PublicChannel,
  PublicFixed,
  PublicLooked,
  PublicOutcome,
  PublicPlace,
  PublicStanding,
  PublicTakenBack,
  PublicTrouble,
  PublicWords,
  SealedPublic,
} from "./public-channel.ts"
export { contactSight } from "./contact-sight.ts"
export type {
  BounceReport,
  Channel,
  Composed,
  IdentityState,
  Incoming,
  MessageFile,
  Outcome,
  Outgoing,
  Person,
  Proof,
  SealedOutgoing,
} from "./channel.ts"
export {
  type ConversationForCase,
  conversationForCase,
  conversationsForCases,
  channelsOfCases,
  conversationsOfCases,
  fileAllUnder,
  fileUnder,
  type MessageForCase,
  messageForCase,
  messagesForCases,
} from "./for-cases.ts"
export { messagesForFigures } from "./for-figures.ts"
export { type Findable, messagesForSearch } from "./for-search.ts"
export { wordsBetween } from "./words-between.ts"
export { wordsForGuard } from "./words-for-guard.ts"
export { wordsForTies } from "./words-for-ties.ts"
export { textsForSearch } from "./texts-for-search.ts"
export { customersWords, textsOfMessages } from "./customers-words.ts"
export { inboxNames } from "./inbox-names.ts"
export { noteForSearch } from "./note-for-search.ts"
export { type FileOfMessage, filesOfMessages } from "./files-of.ts"
export { contentHere, conversationsNaming } from "./known-content.ts"
export {
  addToConversations,
  fileConversations,
  type PastConversation,
  type PastMessage,
  type PastNote,
  type PlacedConversation,
  placeConversation,
} from "./history.ts"
export { holdWaiting } from "./hold-waiting.ts"
export { accessInbox, addInbox, changeInbox, closeInbox, type Inbox, inboxForAddress, listInboxes, openAddresses } from "./inboxes.ts"
export { idsFrom, moveMessages, splitConversation } from "./move-messages.ts"
export { inboxesSpeaking } from "./inboxes-speaking.ts"
export { OutboxWorker } from "./outbox-worker.ts"
export { messagesOfConversations } from "./present-messages.ts"
export { showMessage } from "./show-message.ts"
export { LARGEST_UPLOAD } from "./uploads.ts"
export { queueReply, type Reply, type Sending } from "./queue-reply.ts"
export { replyAutomatically } from "./reply-automatically.ts"
export { receive, receiveAll, type Received } from "./receive.ts"
export { readMessageId, writeMessageId } from "./message-id.ts"
export { readReplyToken, replyAddress, splitPlus, writeReplyToken } from "./reply-token.ts"
export { noteHint } from "./related-hints.ts"
export { conversationRoutes } from "./routes.ts"
export { AttachmentView, DraftView, InboxView, MessageView, PersonView, RecipientsView, RelatedView, UploadView } from "./views.ts"
