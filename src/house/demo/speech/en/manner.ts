import type { Manner } from "../manner.ts"

/** How people begin, fume, thank and end, in English. */
export const manner: Manner = {
  hello: ["Hello,", "Hi,", "Hi there,", "Good morning,", "Good evening,", "Dear Goéland,", "Dear Sir or Madam,"],
  again: ["Hello again,", "Hi {agent},", "Hi,", "", ""],
  calm: [
    "",
    "",
    "[I hope you're well.|]",
    "I'm writing about [my order|something small].",
    "I've been with you for [five|ten|twelve] years and [never had a problem|this is my first complaint].",
  ],
  angry: [
    "This is the [second|third|fourth] time I write.",
    "I am [very unhappy|not amused|furious].",
    "I spent [forty minutes|an hour] on the phone [for nothing|pressing 1, then 3, then 2].",
    "[Unbelievable|Not good enough].",
  ],
  rage: [
    "Let me sum up, since nobody reads: I called on {day} and was cut off; I called back and was [passed around three times|left with the same tune for half an hour]; I wrote, and got silence.",
    "Your colleague [assured me|swore] it would be settled “[the same day|within 24 hours]”. That was [last week|ten days ago].",
    "It isn't the money, it's being treated as a number.",
    "You call yourselves a co-op; a co-op [answers|keeps its word].",
    "[I'm not asking for the moon|All I ask]: [an answer, a date, a name|somebody who reads this to the end].",
    "Without an answer [within 48 hours|by Friday] I'm going to [the ombudsman|trading standards|the local paper].",
    "And please, no stock reply. I've had two already.",
  ],
  thanks: ["Thank you.", "Thanks for your help.", "Many thanks", "Thanks in advance.", ""],
  end: ["Best wishes,", "Kind regards,", "Regards,", "Cheers,", "All the best,", "Yours,", ""],
  coldEnd: ["Waiting,", "Regards.", "Yours faithfully,", "I expect an answer.", ""],
  device: ["Sent from my iPhone", "Sent from my phone", "Sent from my Samsung Galaxy"],
  agentHello: ["Hello,", "Hello {person},", "Hello {person},"],
  agentSorry: [
    "",
    "Thank you for writing.",
    "Let me answer straight away.",
    "I can see why you're [worried|annoyed].",
    "Sorry to have kept you waiting.",
  ],
  agentEnd: ["", "I'm here if you need anything else.", "Have a good [day|afternoon].", "Just reply to this message: it comes back to me."],
  wrote: "On {date} at {hour}, {who} wrote:",
  thankYou: [
    "Thank you!",
    "Perfect, thanks very much.",
    "Brilliant, thanks {agent}!",
    "Lovely. Have a good day.",
    "Thanks for being so quick, it makes a change.",
  ],
  glad: [
    "Thank you for letting us know, have a good [day|evening]!",
    "[Great|Perfect], I'm closing the case. [Just write and it opens again.|]",
    "So glad. See you soon.",
  ],
  back: [
    "I'm back: [it's happened again|the problem has returned].",
    "Reopening this, as [nothing has changed|it's the same again].",
    "You closed my case, but [it isn't solved|I never had an answer].",
  ],
}
