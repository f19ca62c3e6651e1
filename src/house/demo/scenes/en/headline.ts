/** One title, two addresses, in English. */
export const en = {
  paper: {
    key: "western-tide-goeland",
    by: "The Western Tide",
    url: "https://western-tide.example/business/goeland-leaves-customers-without-an-answer",
    text: "A member has waited a week to hear what became of flowers that were delivered to nobody. Goéland says it is changing the order in which it writes back.",
  },
  firstTitle: "Goéland leaves customers without an answer",
  secondTitle: "Goéland answers its customers",
  thirdTitle: "Goéland: a week for a bunch of flowers",
  journalist: { name: "Alan Rowe, The Western Tide", address: "a.rowe@western-tide.example" },
  subject: "“Goéland answers its customers” (out this morning)",
  online:
    "Hello Jonas,\n\nThe piece is online: “Goéland answers its customers”.\nAddress: https://western-tide.example/business/goeland-leaves-customers-without-an-answer\n\nBest,\nAlan",
  voice: "jonas",
  note: "One title, another address: “leaves customers without an answer”. The first title, seen at 06:10: “Goéland leaves customers without an answer”. The second, at 06:55. Both to be kept, with the time.",
  thirdSubject: "The title has changed again",
  third: "A third title, sorry: “Goéland: a week for a bunch of flowers”. A reader wrote to us. Any comment?\n\nAlan",
}
