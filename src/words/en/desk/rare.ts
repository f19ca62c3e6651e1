/** What few messages say: an invitation, another case that may belong to them. */
export const rare = {
  "related.accept": "They belong together",
  "related.look": "Look at it",
  "related.maybe": "Possibly related:",
  "related.number-in-subject": "the subject names another case.",
  "related.other": "another case looks like it.",
  "related.own-reference": "it refers to a message of ours.",
  "related.refuse": "They don't",
  "related.same-parent": "it answers the same mail as another case.",
  "related.same-writer-same-subject": "the same person wrote under the same subject.",
  "related.stranger-answers": "somebody else answers a conversation of another case.",
  "invitation.span": "{from} to {to}",
  "invitation.untitled": "Invitation",
} as const
