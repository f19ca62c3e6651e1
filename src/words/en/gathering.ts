/** What is said of stories, claims and readings. */
export const gathering = {
  "listening.story.notFound": "There is no such story.",
  "listening.story.sameStory": "These are one story already.",
  "listening.story.notItsMentions": "Not all of these belong to this story. It may have changed meanwhile.",
  "listening.story.leavesNothing": "That is all there is of this story. Leave something in it.",
  "listening.story.moveNotFound": "There is no such move.",
  "listening.story.undone": "This was taken back already.",
  "listening.story.movedOn": "All of it has moved on since. There is nothing to take back.",
  "listening.claim.notFound": "There is no such claim.",
  "listening.reading.notFound": "This mention hasn’t been read yet, or it is gone.",
  "listening.reading.noCorrection": "There is no such correction. It may have been taken back.",
  "listening.reading.badAnswer": "Of the tone, say positive, negative, neutral or mixed; of a sign, there or not-there.",
} as const
