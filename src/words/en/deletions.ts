/** What each kind of source tells of deletions. */
export const deletions = {
  "listening.deletions.feed": "An article is looked for where it stood, as far as its site lets programs look.",
  "listening.deletions.bluesky": "Heard at once.",
  "listening.deletions.mastodon": "Heard at once; looked for again, should the stream have been down.",
  "listening.deletions.page": "The page is looked for. Lines that are gone from it are told as such.",
  "listening.deletions.discourse": "Noticed when they vanish from the latest, and looked for again after that.",
  "listening.deletions.lemmy": "Noticed when they vanish from the latest, and looked for again after that.",
  "listening.deletions.hacker-news": "Looked for again; what was taken down there counts as deleted.",
  "listening.deletions.threads": "Not noticed: Threads doesn’t tell, and says nothing of one post of somebody else.",
  "listening.deletions.instagram":
    "Comments under your own pictures are looked for again. Of stories, and of what names or tags the account elsewhere, Meta says the same whether it was deleted or isn’t for your key: that isn’t noticed.",
  "listening.deletions.facebook":
    "Heard at once; what stands on your own page is looked for again. Of recommendations, and of posts elsewhere that tag the page, Meta says the same whether they were deleted or aren’t for your key: unless it tells, that isn’t noticed.",
  "listening.deletions.x": "Noticed among the latest hundred only, and only if you let these be asked for again each day, which costs.",
  "listening.deletions.google-business": "Noticed among the latest 200 reviews of a location (50, where there are a hundred locations).",
  "listening.deletions.google-play":
    "Looked for again while a review is less than a week old. Google shows nothing of older ones: their deletion isn’t noticed.",
  "listening.deletions.app-store": "Looked for again.",
  "listening.deletions.trustpilot": "Looked for again.",
  "listening.deletions.youtube": "Looked for again.",
}
