import type { Talk } from "../topic.ts"

export const down: Talk = {
  subject: [
    "[No internet|Internet down] [since {day}|since this morning|]",
    "Connection [dropping|dead] {line}",
    "[Fibre|Router] not working",
    "[Red|Orange] light on the router",
    "Nothing in {town}",
  ],
  story: [
    "Since [last night|this morning|{day}] [I have|we have] had no internet [or phone|]. The light on the {device} is [red|orange|off]. I've [unplugged it, waited, plugged it in|restarted it three times]: nothing.",
    "The line [drops|cuts out] [ten times a day|every twenty minutes|from six in the evening], [right in the middle of my calls|just as the children get home]. Line {line}.",
    "I get {speed} Mb/s on a [500|1000] contract. [I work from home|There are four of us], and it's [unbearable|getting silly].",
    "The whole [street|village|estate] is off in {town} [since they started digging in {street}|since the storm]. [The neighbours too.|So is the school.]",
  ],
  ask: [
    "[When|What time] will it be [fixed|back]?",
    "[Could you|Can you] send an engineer?",
    "I want a date, [not a ticket number|and something off my bill].",
    "Is there a 4G stick you could lend me meanwhile?",
  ],
  answer: [
    "I've tested line {line} from here: [the signal stops at the street cabinet|there is too much loss|the router doesn't answer]. An engineer will come on {day} between 8 and 12. [You'll get a text.|]",
    "A cable has been torn out in {street}; the crew is there. It should be back [by 8 tonight|before noon tomorrow]. I'll write as soon as it is.",
    "Could you plug the router [straight into the wall|in with the other cable] and tell me [which lights stay on|the speed you get]? I'm keeping your case open.",
  ],
  more: [
    "[Nobody came|The engineer never came] [this morning|on {day}]. [I'd taken half a day off|I waited all morning].",
    "+It came back [around {hour}|overnight], thanks [for keeping me posted|].",
    "Did as you said: [two green lights, one red|no change]. {speed} Mb/s.",
    "Still off. [You said by 8|That's three days]. [I'll go elsewhere if this goes on.|]",
  ],
  settle: [
    "The line has been steady [for 24 hours|since yesterday] at [480|930] Mb/s. We've credited [a week|a month].",
    "The joint in {street} has been remade. All green here. [Thank you for bearing with us.|]",
    "A credit of {amount} is on your next bill.",
  ],
  note: [
    "Cabinet [PM-2204|PM-1187|PM-3051] is full, fourth case today. Link them if it goes on.",
    "Second visit the contractor missed. [Escalating|Ringing their planner] at 8.",
    "Elderly, alone, alarm on the line: goes first.",
  ],
}

export const bill: Talk = {
  subject: ["[{month} bill|Bill too high|This bill makes no sense]", "[Mistake|Question] on bill {ref}", "Why {amount}?", "Charged twice"],
  story: [
    "My {month} bill is {amount} [instead of £26.90|when I usually pay £31]. [No explanation|One line says “other services”].",
    "I was charged twice [{amount}|on the 5th and the 7th]. My bank [confirms it|says to ask you].",
    "You're billing me for [a router I sent back in {month}|calls to {country} nobody made|an engineer's visit for your own fault].",
  ],
  ask: ["Could you explain?", "I'd like the [difference|money] back.", "Please [correct it|put it right] and send a proper bill."],
  answer: [
    "I went through it line by line: [the offer ended last month|the router had not been booked in|the payment left twice]. {amount} will be back [by Friday|within five days].",
    "The difference is [the Ports option added on {before}|two premium calls]. Shall I take it off?",
  ],
  more: [
    "[I never asked for that|I asked for no such thing]. Take it off and refund me.",
    "+Thanks, [that's clear|got it].",
    "Still no refund. [It's been a fortnight.|You said Friday.]",
  ],
  settle: [
    "The option is off and {amount} credited. [Sorry about the surprise.|]",
    "Refund [left this morning|confirmed], corrected bill attached.",
  ],
  note: ["Double charge on {before}: the whole run is hit, see Accounts.", "£10 goodwill."],
}

export const move: Talk = {
  subject: ["Moving house [on {date}|]", "[Move|Moving] my line to {town}"],
  story: [
    "I'm moving on {date} from {town} to {street}. [There is fibre there|I don't know whether there's fibre].",
    "We're leaving {town} [at the end of the month|on {date}] and would like to keep [our number|the same number].",
  ],
  ask: ["What do I need to do?", "Can we avoid [the gap|three weeks without internet]?", "What does it cost?"],
  answer: [
    "The new address [can have fibre|is covered]. I can book an engineer on {date}; the old line stays on until then. [Free for members.|]",
    "I need [the last tenant's name|the socket number (it starts with FI-)]. With that [it's done in five days|I can book at once].",
  ],
  more: ["Socket FI-{line}. [Thanks|The 14th is fine].", "The last tenant was [Mr Hale|the Pearce family|no idea, sorry]."],
  settle: ["Booked for {date}, 8.30. [Good luck with the move!|]", "Line moved, same number. Welcome to {town}."],
  note: ["Socket FI-{line} found, fine."],
}

export const visit: Talk = {
  subject: ["Engineer [never came|didn't show]", "[Missed|{Day}'s] appointment", "Waited in for nothing"],
  story: [
    "Appointment {day}, 8 to 12. I [took the morning off|closed the shop]. Nobody, [not a call|and a text at 1 pm: “customer absent”].",
    "The engineer came, [looked|drilled a hole], then [went for a part|said he'd be back]. That was {day}.",
  ],
  ask: ["[When|What day] will they [really|] come?", "Who pays for my morning?"],
  answer: [
    "I've booked the first visit on {day}, 8 am, with our own crew. I'll ring at 8.15 to check.",
    "You have every reason to be cross. New visit {day}, and {amount} off the next bill.",
  ],
  more: ["{Day} then. [Last chance.|]", "+Came, [fixed in ten minutes|very kind]. [See?|Thanks.]"],
  settle: ["Glad to hear it, closing the case. The credit is on your bill.", "Thank you for telling us."],
  note: ["“Customer absent” ticked at 12.58, no call made. Take it up with the contractor."],
}

export const leave: Talk = {
  subject: ["[Cancel|Cancelling] my contract", "Please close line {line}", "Final notice"],
  story: [
    "[Three outages in two months|Two missed visits|Every other bill wrong]: [I'm off|that's it].",
    "I [sent|posted] my cancellation on {before} [by recorded letter|]. [You keep charging me|No answer].",
    "Someone else is putting in fibre for [£18|£21]. [No hard feelings|Ten years with you, too].",
  ],
  ask: ["Please [confirm the date|stop the payments].", "What do I send back, and where?"],
  answer: [
    "It's done: line {line} closes on {date}, no fee. [A label for the router is coming.|] And if [the price|the outage] was the only reason, do say, no strings.",
    "Your letter came and went unanswered, and we're sorry. Payments stop today and {amount} comes back to you.",
  ],
  more: ["+[Thanks, my mind's made up|I'm still going].", "If you match it [I'll stay|we can talk]."],
  settle: ["All closed. [The door stays open.|Fair winds, and thank you.]", "Matched at £20.90, no commitment. Thank you for staying."],
  note: ["Member since 2011. Offer the match, no more."],
}

export const ports: Talk = {
  subject: ["[Harbour Wi-Fi|Port Wi-Fi]", "My free hours", "20 hours instead of 60?"],
  story: [
    "You're going from 60 free hours a month in port to 20. [I live on my boat|I'm a pilot|I cross twice a week], and it [is why I joined|is all I have].",
    "I learn from [the paper|a notice on the pontoon|a friend] that my free hours are cut by two thirds. [Not a word from you.|A co-op, really?]",
  ],
  ask: [
    "[Who decided this|When did members vote on it]?",
    "Give us the 60 hours back.",
    "Will there be an exception for [seafarers|liveaboards]?",
  ],
  answer: [
    "Our chair will answer members live; your question is in, in your own words. If it isn't answered there, it will be answered here, with a date.",
    "It applies from {date}. People who work at sea can ask to keep their hours: the form is attached.",
  ],
  more: ["[I'll be there|I'll watch]. But [answer properly|no waffle].", "+Form [returned|filled in]. Thanks."],
  settle: ["Granted: 60 hours, until [the end of the year|further notice].", "Your question was put; the answer is at minute 42."],
  note: ["Same question as forty others. Tag “hours”."],
}
