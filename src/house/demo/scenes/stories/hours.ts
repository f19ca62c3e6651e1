import type { Scene } from "../scene.ts"

const beatrice = { name: "Beatrice Coombes", address: "b.coombes@post.example" }

/** Which channel, and when. */
export const hours: Scene = {
  key: "hours",
  story: 7,
  steps: [
    {
      at: [4, "18:45"],
      mail: {
        from: beatrice,
        to: "hello",
        subject: "Please stop ringing me at the clinic",
        text: "Hello,\n\nI'm a nurse. I can't take calls or messages at work, and I've had three. Write to me, after six in the evening, and I'll answer the same night. It's about my router return (GL-51190), nothing urgent.\n\nBeatrice Coombes",
      },
    },
    {
      at: [4, "19:10"],
      by: "tom",
      person: { name: "Beatrice Coombes", language: "en" },
      wishes: { channels: ["mail"], hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "18:00", to: "22:00" }], timeZone: "Europe/London" },
    },
    { at: [4, "19:12"], by: "tom", change: { owner: "nora", tags: ["line", "story"] } },
    {
      at: [1, "19:30"],
      mail: {
        from: beatrice,
        to: "hello",
        subject: "Router return GL-51190",
        text: "No news about my router, and nobody rang: thank you for that. Did it arrive?\n\nBeatrice",
      },
      in: "router",
    },
    { at: [1, "19:45"], in: "router", by: "tom", change: { owner: "nora", tags: ["line"] } },
    { at: 35, in: "router", by: "nora", promise: "Beatrice hears tonight whether her router arrived", due: -40 },
  ],
  next: [
    [
      {
        in: "router",
        fact: { kind: "other", state: "received", reference: "GL-51190", text: "Router received at the depot", source: "Depot" },
      },
      {
        in: "router",
        late: 4,
        mail: {
          from: beatrice,
          to: "hello",
          text: "I'm off shift now: whenever you like tonight, before ten.\n\nBeatrice",
        },
      },
    ],
  ],
}
