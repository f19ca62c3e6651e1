import type { Scene } from "../scene.ts"

const author = { name: "Tamsin Penrose", address: "tamsin.penrose@mailbox.example" }

/** A hundred thousand signatures. */
export const petition: Scene = {
  key: "petition",
  story: 11,
  steps: [],
  next: [
    [
      {
        mail: {
          from: author,
          to: "hello",
          text: "We passed 175,000 this evening. I'm about to write to everyone who signed. I'd like to be able to tell them what you said.\n\nTamsin Penrose",
        },
      },
    ],
  ],
}
