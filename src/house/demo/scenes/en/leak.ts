/** Six million cards, in English. */
export const en = {
  finder: { name: "Black Ledge Forensics", address: "incident@black-ledge.example" },
  subject: "Confidential: unauthorised reading of the “Goéland card” database",
  report:
    "Found today at 18:52 (Paris): one of the shop's access keys was used from an unknown network.\n\nTables read, database of the English shore: loyalty cards (name, address, last four digits). 38,460 people. Passwords: no. Full numbers: not established.\n\nKey revoked at 19:31.\n\nBlack Ledge Forensics",
  answer:
    "Received at 21:17. The clock starts at 18:52. I want the list of people tomorrow morning, and “not established” settled line by line.\n\nNora Kerbrat",
  promise: "The regulator is told: 72 hours from when it was found (18:52)",
  decision: "Everyone touched is told in plain words, on a channel that works, those who refuse our offers included: this isn't an offer.",
  accountant: "rajiv",
  list: "List drawn by the key and the hour: 38,460 people, 1,902 of them without a mail address. Those get a paper letter, leaving on Monday.",
  more: "Addendum: no full card number in the tables that were read. Confirmed line by line.\n\nBlack Ledge Forensics",
}
