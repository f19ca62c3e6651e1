/** Which channel, and when, in English. */
export const en = {
  customer: { name: "Beatrice Coombes", address: "b.coombes@post.example" },
  timeZone: "Europe/London",
  subject: "Please stop ringing me at the clinic",
  asks: "Hello,\n\nI'm a nurse. I can't take calls or messages at work, and I've had three. Write to me, after six in the evening, and I'll answer the same night. It's about my router return (GL-51190), nothing urgent.\n\nBeatrice Coombes",
  adviser: "tom",
  parcel: "GL-51190",
  routerSubject: "Router return GL-51190",
  router: "No news about my router, and nobody rang: thank you for that. Did it arrive?\n\nBeatrice",
  promise: "Beatrice hears tonight whether her router arrived",
  arrived: "Router received at the depot",
  depot: "Depot",
  offShift: "I'm off shift now: whenever you like tonight, before ten.\n\nBeatrice",
}
