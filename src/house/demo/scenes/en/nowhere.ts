/** The reply to nowhere, in English. */
export const en = {
  customer: { name: "Graham Pike", address: "graham.pike@inlet.example" },
  subject: "Your Christmas offers, and a 550",
  asks: "I never asked for “Christmas by the Sea, 20% off hampers”. It says “Questions? Just reply”. I did. This came back:\n\n550 5.1.1 <christmas-offers@goeland.example>: User unknown\n\nSo, by the only door I found open: who gave you my address?\n\nGraham Pike",
  sent: "Sent “Christmas by the Sea” by the campaign tool",
  tool: "Letters & Offers",
  adviser: "ewan",
  found:
    "The offers went out with a reply address that doesn't exist. Vigie wouldn't have sent them; the old tool did. Where we had his address from: not in our records.",
  againSubject: "“We miss you, Graham”",
  again: "Another one this morning. “We miss you, Graham”. I have yet to meet you.\n\nGraham Pike",
}
