/** A hundred thousand signatures, in English. */
export const en = {
  author: { name: "Tamsin Penrose", address: "tamsin.penrose@mailbox.example" },
  title: "Petition: keep the harbour counters open",
  letter:
    "Dear Goéland,\n\nYou mean to close eleven harbour counters in the spring. I've asked members to sign against it; forty did on the first morning. I'll write to everyone who signs, and tell them honestly what you answer.\n\nI'd rather have good news.\n\nTamsin Penrose, Falmouth, member since 1998",
  adviser: "ewan",
  decision: "One case, however many sign. Nobody gets a stock reply; everybody gets the answer, by their own thread, when there is one.",
  promise: "An answer from the board to everyone who signed",
  signs: "I've signed: keep the counters",
  signed: [
    "I've signed. The Falmouth counter is [where my mother pays her bill|ten minutes' walk; the next is an hour by bus].",
    "Count me in. [Not everybody has a computer.|The people there know my name.]",
    "Signed, and passed on [at the club|at school|in the queue itself].",
  ],
  thanks:
    "Hello,\n\nYour signature is in the case, in your own words. The board answers everybody at once, each in their own thread: you'll read it here.",
  many: "We passed 175,000 this evening. I'm about to write to everyone who signed. I'd like to be able to tell them what you said.\n\nTamsin Penrose",
}
