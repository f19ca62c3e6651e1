/** What is said of places that ask for more than an address: their keys, their approval, their price. */
export const places = {
  "listening.kind.threads": "Threads",
  "listening.kind.instagram": "Instagram",
  "listening.kind.facebook": "Facebook page",
  "listening.kind.x": "X",
  "listening.kind.google-business": "Reviews on Google (Business Profile)",
  "listening.source.badAccount": "The account’s number is digits only: what follows accounts/ in the API.",
  "listening.source.badLocation": "A location’s number is digits only: what follows locations/ in the API.",
  "listening.source.badGoogleKey":
    "Put in either client id, client secret and refresh token, or the mail address and private key of a service account.",
  "listening.source.badMetaAccount": "This isn’t the number of an account or page as Meta’s API knows it: digits only.",
  "listening.source.badHandle": "A name is letters, digits, dots and underscores, with or without @.",
  "listening.source.badAppSecret": "The app’s secret stands under “App settings › Basic” and has 32 characters.",
  "listening.source.badVerify": "Choose a word of 8 characters or more; you enter the same one at Meta.",
  "listening.source.noWords": "Write at least one word.",
  "listening.source.badLanguage": "Languages are written with two or three small letters: en, fr.",
  "listening.source.badMoney": "This isn’t an amount in dollars that could be meant.",
  "listening.source.badMost": "X shows ten posts at least: ten is the least that a month may bring.",
  "listening.source.longQuery":
    "Together this is more than the 512 characters that X takes. Leave some words out, or make two sources of it.",
  "listening.remark.newKey": "It needs a new key: the one that is kept has expired or was withdrawn.",
  "listening.remark.googleApproval":
    "Google hasn’t approved this project for the Business Profile API yet, or it isn’t switched on there. Apply for it; it goes on by itself then.",
  "listening.remark.googleNotManager": "Whoever gave this key is no owner or manager of this business.",
  "listening.remark.noLocation": "The account has none of these locations, or none that is verified.",
  "listening.remark.locationsLeftOut":
    "Not read, because Google refuses them to this key or the account doesn’t have them: {names}. The other locations are.",
  "listening.remark.locationsMost":
    "The account has more than {most} locations: only the first {most} are read. Enter the numbers of those that matter, or make several sources of it.",
  "listening.remark.metaNotShown": {
    one: "Somebody named the account where Meta doesn’t show it to this key (number {id}). The rest was read.",
    other: "The account was named {count} times where Meta doesn’t show it to this key (the first has the number {id}). The rest was read.",
  },
  "listening.remark.metaPermission":
    "Meta hasn’t allowed this app to read that yet: a permission is missing, or the app’s review. Ask for it there; it goes on by itself then.",
  "listening.remark.metaAccount": "Meta doesn’t know this account or page, or doesn’t show it to this key.",
  "listening.remark.xCredits": "X says that no credits are left. Buy some in its console; it goes on by itself then.",
  "listening.remark.budgetSpent":
    "The month’s budget is spent: {posts} posts for {spent} of {budget} dollars. It is read again on the first of the next month, or as soon as the budget is raised.",
  "listening.remark.xWouldBring": {
    one: "In the last seven days {count} post was found. A month like this costs about {dollars} dollars; the budget is {budget}.",
    other: "In the last seven days {count} posts were found. A month like this costs about {dollars} dollars; the budget is {budget}.",
  },
}
