import type { Talk } from "../topic.ts"

export const late: Talk = {
  subject: [
    "[Bouquet|Order] {ref} [still not here|late|: where is it?]",
    "{Day}'s bouquet [never arrived|not delivered]",
    "Delivery {ref}",
    "Where are [{kin}'s flowers|the flowers for {kin}]?",
    "Late delivery [({occasion})|]",
  ],
  story: [
    "I ordered your “{bouquet}” for {kin} on {day}, [to arrive before noon|next-day delivery] in {town}. [It is now {hour}|As I write] and [nothing has come|she has received nothing].",
    "My order {ref} was due on {day}. [Tracking says “in transit”|The site has said “being prepared”] [since yesterday|for two days] and [nothing has turned up|{kin} is still waiting].",
    "I placed order {ref} for {occasion}. [The courier claims they called|I'm told the driver came] at {hour}. [Somebody was in all day|We were in|The neighbour saw no one].",
    "{amount}, paid [up front|by card] on {day}, and {kin} rang this evening to chat without a word about flowers. I take it they never arrived.",
    "[The service is|The party is] [tomorrow|on {day}] at {hour} and the wreath {ref} isn't here. The [funeral home|caterer] hasn't had a delivery.",
  ],
  ask: [
    "[Could you|Can you] tell me [where it is|what's going on|when it will come]?",
    "Please let me know whether it comes [today|tomorrow] or whether I should [sort something else out|cancel].",
    "I'd like [my money back|a refund|a new one sent] [if it isn't there by tomorrow|].",
    "A quick call on {phone} would do.",
  ],
  answer: [
    "I've just [rung|spoken to] the workshop in {town}: {ref} [was left at the depot|missed this morning's van|went out with the wrong label]. [A fresh one will be there|We are making it again, delivered] before noon tomorrow, [at no cost|at our expense of course].",
    "[You're right to write|I'm sorry about this]. The {town} round [was held up by snow|broke down|was badly split yesterday]. Your flowers are [on the van|out for delivery] and will be there by {hour}.",
    "I'm opening a search with the courier for {ref} and will write to you before 10 tomorrow. [If they aren't found we refund the {amount}.|]",
  ],
  more: [
    "[Nothing this evening either|Nothing this morning]. [You said before noon|It was promised]. I'm [running out of patience|at a loss].",
    "+Thanks for the reply. [They've just arrived|The flowers are here], [a bit tired but lovely|beautiful], and {kin} is delighted.",
    "And the refund [of {amount}|]: [how does that work|does it happen by itself]?",
    "The driver just phoned, he can't find {street}. It's [behind the bakery|the green gate|across the yard].",
  ],
  settle: [
    "The bouquet was handed over at {hour}. [To make up for it|With our apologies], [delivery is on us|we've put £15 on your Goéland card].",
    "Your refund of {amount} left today and will show within [three|five] working days.",
    "Delivered, [signed for by {kin}|photo attached]. Thank you for your patience.",
  ],
  note: [
    "Rang the workshop: {ref} stayed [on the dock|in the cold room]. Remaking it.",
    "[Member since 2009|Careful]: already one late in [March|May]. Just refund.",
    "Courier swears it was delivered at {hour}. No signature, no photo.",
  ],
}

export const wilted: Talk = {
  subject: ["[Wilted|Damaged] flowers [{ref}|]", "Not what I ordered", "Disappointed with “{bouquet}”", "Photo of the bouquet"],
  story: [
    "{Kin} got the “{bouquet}” [yesterday|this morning]: the {flower} [were already drooping|had brown edges], and [half had dropped|three stems were snapped] within [two days|a night].",
    "I chose [white|pink|red] {flower} and [carnations|chrysanthemums|lilies] came. For {occasion} that is [awkward|rather tactless].",
    "[The vase was missing|No vase|No card], and the bouquet is [half the size of|nothing like] the picture on your site. For {amount} I expected better.",
    "I attach a photo taken [as the box was opened|an hour after delivery]. [No comment.|See for yourself.]",
  ],
  ask: [
    "What [do you suggest|will you do about it]?",
    "I'd like [a replacement|a fresh bouquet] [or something off|].",
    "Please [refund me|put it right].",
  ],
  answer: [
    "Thank you for the photo: [that isn't what we want to send anyone|nobody should receive that]. A fresh bouquet leaves tomorrow and will be there [before 1 pm|during the day].",
    "I'm so sorry: we [swapped the|ran out of] {flower} and should have told you. Would you rather have a new one or the {amount} back?",
  ],
  more: [
    "A [new one|fresh bouquet] would be fine. [Friday rather|Not in the morning], [she works|she has her physio].",
    "The refund, please. [I bought some at the market meanwhile.|]",
    "+The second has come and it's [gorgeous|a different world]. Thank you [so much|for sorting it].",
  ],
  settle: [
    "Done: {amount} back today, and [one on us|half price] next time.",
    "The new bouquet is delivered. The workshop has changed its {flower} grower, thanks to you.",
  ],
  note: ["Third photo of wilted {flower} this week, {town} workshop. Flag it.", "Looks like [frost|a box left upright]. Refund approved."],
}

export const address: Talk = {
  subject: ["Change of delivery address", "[Wrong|Changed] address {ref}", "Deliver to the office instead?"],
  story: [
    "I [got the address wrong|made a mistake] on order {ref}: it's {street}, not [number 12|the old flat].",
    "For {day}'s delivery, could it go to [{kin}'s office|hospital reception|the neighbour] instead? [Nobody will be in.|]",
    "{Kin} has been [taken into hospital|moved] in {town}. {Day}'s flowers should go there.",
  ],
  ask: ["Is that [possible|still possible]?", "Please confirm [by return|].", "Do let me know if it costs more."],
  answer: [
    "[Changed|Done]: {day}, {street}, {town}. [Nothing more to pay.|]",
    "Today's round has left, but I can have it there before noon tomorrow. Would that do?",
  ],
  more: ["+[Perfect|Great], thank you [for being so quick|].", "+Yes, tomorrow is fine.", "The door code is [4172|C38A|1927], by the way."],
  settle: ["Confirmed. Enjoy the day!", "Delivered at {hour} to the new address."],
  note: ["New label printed, tell the {town} round."],
}

export const often: Talk = {
  subject: ["[Monthly|Flower] subscription", "[Pause|Hold] my subscription", "A bouquet every other week"],
  story: [
    "I have “{bouquet}” [every week|every fortnight]. [It's become too much|I'm away in {country} for three weeks|The children have left and the house is small].",
    "Since [March|September|last year] I've had a weekly bouquet and loved it. [My budget has changed|I'm moving to {town}].",
  ],
  ask: [
    "Could I have one every other week[ instead|]?",
    "Can we pause [until {date}|for a month] and keep the price?",
    "I'd like to stop [at the end of the month|].",
  ],
  answer: [
    "Done: [every other week|paused until {date}], same price each. Change it back whenever you like.",
    "Of course. [One a month|Every other one] from {date}. [And if you'd rather stop, one word is enough.|]",
  ],
  more: ["+[Thanks|Lovely], [that was easy|exactly what I needed].", "Actually, could it be [Saturdays|Fridays]?"],
  settle: ["[Saturdays|Fridays] it is.", "A pleasure. See you soon."],
  note: ["Wanted to leave, stays monthly."],
}

export const card: Talk = {
  subject: ["The message on the card", "[Missing|Unreadable] card {ref}", "No card with the flowers?"],
  story: [
    "The flowers came but [without the card|the card just says “{occasion}”|the card was somebody else's]. {Kin} [thought it was a mistake|asked whether it was me|didn't know whom to thank].",
    "The card said “[With deepest sympathy|Happy retirement]”. It was for {occasion}. [We laughed|Nobody laughed], [but still|].",
  ],
  ask: ["Could you send [her|them] the right card?", "[How did that happen|What went wrong]?"],
  answer: [
    "[So sorry|Our apologies]: two cards were swapped at the workshop. Yours goes out by post tonight, handwritten, [with a small posy|].",
    "The card leaves [today|tonight]. What words would you like?",
  ],
  more: ["“[Happy 70th, with all our love|Thank you for everything|Thinking of you]”, please.", "+[Thanks|That's kind], it has arrived."],
  settle: ["On its way. Thank you for laughing with us.", "Card received. Have a good day."],
  note: ["Swapped with {ref}: tell the other customer too."],
}

export const praise: Talk = {
  subject: ["Thank you!", "[Just a|A big] thank you", "Beautiful flowers"],
  story: [
    "{Kin} [cried with joy|rang the whole family]. The {flower} are still going [after ten days|two weeks on]. Thank you to [the {town} workshop|whoever made it].",
    "People only write to complain, so here goes: [ordered at ten at night, delivered at eleven|everything was perfect], and the handwritten card [made her day|is on the fridge].",
  ],
  ask: ["", "Keep it up.", "Please pass it on [to the driver|to the team]."],
  answer: [
    "Thank you [so much|]! Your words are [up on the workshop wall|with the {town} team now].",
    "That means a lot. I'm passing it on [right away|].",
  ],
  more: ["+My pleasure!"],
  settle: ["See you [soon|next time]."],
  note: ["Read out on Monday."],
}
