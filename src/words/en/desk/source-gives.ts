/** What a person gives of a place to have it heard, and where they find it. */
export const sourceGives = {
  "listen.gives.feed": "The address of a feed, or of a page that names one.",
  "listen.gives.bluesky": "Nothing is needed: the network tells by itself everything that is public.",
  "listen.gives.mastodon":
    "The server’s address, and a token that may read (read:statuses): an account there makes one, under Preferences › Development.",
  "listen.gives.page":
    "The page is looked at now and then, as far as its robots.txt lets programs look: what is new on it is heard, and what is gone.",
  "listen.gives.discourse":
    "The forum’s address. Only where it isn’t open to everybody, a key and on whose behalf it reads: the forum’s administrators make it.",
  "listen.gives.lemmy": "The server’s address; a community, if that one alone matters.",
  "listen.gives.hacker-news": "Words, if they alone matter.",
  "listen.gives.threads":
    "The account’s number and name, and of an app of Meta’s the token and the secret. Meta must approve the app. Once added, the source’s page shows the address to enter there.",
  "listen.gives.instagram":
    "The number and name of a business account, and of an app of Meta’s the token and the secret. Meta must approve the app. Once added, the source’s page shows the address to enter there.",
  "listen.gives.facebook":
    "The page’s number, and of an app of Meta’s the token and the secret. Meta must approve the app. Once added, the source’s page shows the address to enter there.",
  "listen.gives.x":
    "Words, what a month may cost, and a token from X’s console. Each post that is read costs what the console says; no month costs more than its budget.",
  "listen.gives.google-business":
    "The number of the account that owns or manages the profile, and either an OAuth client with a refresh token or a service account that is a manager. Google approves each project by hand.",
  "listen.gives.google-play":
    "The app’s package, like com.example.app, and the key of a service account that was invited in the Play Console.",
  "listen.gives.app-store":
    "The app’s number, and a key of App Store Connect for customer support: its issuer, its id, and the private key from its file.",
  "listen.gives.trustpilot": "The id of your business unit, and an API key from Trustpilot’s pages for developers.",
  "listen.gives.youtube": "The channel’s id, which begins with UC, and an API key of a Google project that has the YouTube Data API.",
  "listen.gives.other": "What names this place; it can be tried before it is kept.",
}
