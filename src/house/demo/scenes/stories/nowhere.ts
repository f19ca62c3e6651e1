import type { Scene } from "../scene.ts"

const graham = { name: "Graham Pike", address: "graham.pike@inlet.example" }

/** The reply to nowhere. */
export const nowhere: Scene = {
  key: "nowhere",
  story: 5,
  steps: [
    {
      at: [1, "20:32"],
      mail: {
        from: graham,
        to: "hello",
        subject: "Your Christmas offers, and a 550",
        text: "I never asked for “Christmas by the Sea, 20% off hampers”. It says “Questions? Just reply”. I did. This came back:\n\n550 5.1.1 <noel-offers@goeland.example>: User unknown\n\nSo, by the only door I found open: who gave you my address?\n\nGraham Pike",
      },
    },
    {
      at: [1, "20:33"],
      fact: {
        kind: "other",
        state: "mailed",
        reference: "NOEL-1",
        text: "Sent “Christmas by the Sea” by the campaign tool",
        source: "Lettres & Offres",
      },
    },
    {
      at: 300,
      by: "ewan",
      note: "The offers went out with a reply address that doesn't exist. Vigie wouldn't have sent them; the old tool did. Where we had his address from: not in our records.",
    },
    { at: 298, by: "ewan", change: { owner: "ewan", tags: ["consent", "christmas", "story"], priority: "high" } },
  ],
  next: [
    [
      {
        mail: {
          from: graham,
          to: "hello",
          text: "Another one this morning. “We miss you, Graham”. I have yet to meet you.\n\nGraham Pike",
          subject: "“We miss you, Graham”",
        },
        in: "again",
      },
    ],
  ],
}
