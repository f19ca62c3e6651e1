import type { Talk } from "../topic.ts"

export const luggage: Talk = {
  subject: ["[Lost luggage|Stolen bag] [{country}|]", "Claim {ref}", "Refund for [luggage|stolen things]"],
  story: [
    "Back from [{country}|our trip], my case never [arrived|came off the belt]. [The airline sends me to you|I have the airport's report]. Inside: [a camera|presents|all my gear], about {amount}.",
    "My bag was stolen in {town} [on the platform|on the night train]. [Papers, phone, keys|Passport and card]. I reported it on {before}.",
  ],
  ask: ["[What do you need|Which papers do you need]?", "How long until I'm paid?"],
  answer: [
    "Your claim {ref} is open. We need [the airport slip|the police report], whatever receipts you have, and bank details. You'll hear within ten days of the last paper.",
    "I have all I need: {amount} will be paid [this week|by {day}].",
  ],
  more: [
    "Attached are [the papers|the report and three receipts]. [I didn't keep them all.|]",
    "[Still nothing|No word] for [ten days|since {before}]. [Ten days, you said.|]",
  ],
  settle: ["{amount} paid [this morning|today]. [Welcome home.|]", "The claim is complete and paid."],
  note: ["Receipts plausible, let's not quibble.", "Claimed last year for the same bag? Check before paying."],
}

export const care: Talk = {
  subject: [
    "[In hospital|Accident] [in {country}|abroad]",
    "Medical costs {ref}",
    "Do we need bringing home?",
    "URGENT - {kin} [in hospital|hurt]",
  ],
  story: [
    "{Kin} [had a fall|broke an ankle|was operated on] in {country} [on {day}|last night]. The hospital [wants a payment guarantee|wants {amount} before the scan].",
    "I paid {amount} for treatment in {country} ([consultation, X-ray, plaster|an emergency dentist]). [Bills translated|Bills are in the local language].",
    "We're stuck in {town}: [the doctor says no flying|it takes a flat seat]. [School starts Monday|The flight is tomorrow].",
  ],
  ask: ["[What do we do|Who rings the hospital]?", "Call me on {phone}, [even at night|any time].", "When will I be paid back?"],
  answer: [
    "The guarantee went to the hospital ten minutes ago. Dr Ndiaye will ring you within the hour on {phone}. [Pay nothing.|]",
    "Received. Your {amount} will be paid [by {day}|within eight days].",
    "Our doctor on call spoke to the ward: home [Thursday|Saturday] on the {hour} flight, flat seat, wheelchair at arrivals. I'll confirm tonight.",
  ],
  more: [
    "+Thank you, [the doctor rang|the hospital has what it needs]. [We can breathe.|]",
    "Nobody has called. It is {hour} here.",
    "Is the flight [still on|confirmed]? [We aren't sleeping.|]",
  ],
  settle: ["Home safe, [the driver|your sister] tells us. Get well soon.", "The {amount} has left. Take care."],
  note: [
    "Guarantee capped at £7,000; above that ask the chief doctor.",
    "Family called at {hour}, reassured. Next at 9.",
    "Time difference: it's {hour} there. Not before 8 their time.",
  ],
}

export const certificate: Talk = {
  subject: ["Certificate [for a visa|of cover]", "[Document|Letter] before we leave"],
  story: [
    "I'm off to {country} on {date} and [the consulate asks|I need] a certificate [naming repatriation|with the amount covered].",
    "The certificate in my account [won't open|has my old name|has run out].",
  ],
  ask: ["Could you [send it|make one] [by {day}|soon]?"],
  answer: [
    "Here it is, in English and French, [with the repatriation limit|in your present name]. Safe travels.",
    "I'll make it today. Your name as in the passport?",
  ],
  more: ["As in the passport: {name}. Thank you.", "+[Got it|Perfect], thank you."],
  settle: ["Attached. [Safe journey.|]"],
  note: ["EN certificate template needs its limit updated."],
}

export const account: Talk = {
  subject: ["[Password|Access] to my account", "[Can't sign in|Locked out]", "Change my e-mail address", "Goéland card [lost|not working]"],
  story: [
    "I can't get into my account: [the code never comes|“unknown user”|the page goes round in circles]. [Tried two computers|Same on my phone].",
    "I [lost my card|left my card in the {town} shop]. It had [{amount}|points] on it.",
    "I have a new name [since the wedding|since the divorce] and address: {street}, {town}.",
  ],
  ask: ["What do I do?", "Could you [unlock it|change it]?"],
  answer: [
    "The code went to your old address. I've [corrected|updated] it; try [now|in five minutes].",
    "New card ordered, [points|balance] kept. It'll be in {town} within five days.",
    "Changed everywhere: flowers, line and travel. [Nothing else to do.|]",
  ],
  more: ["+[Works|All good], thank you.", "Still no code. [Could it be in my spam?|]", "+Card's here, thanks."],
  settle: ["[A pleasure|Great], have a good day.", "I did it for you, the code has just come."],
  note: ["Two records for the same person: merge proposed."],
}

export const offers: Talk = {
  subject: ["[Stop|Too many] mailings", "Your offers", "Where did you get my address?", "[Can't unsubscribe|Unsubscribe]"],
  story: [
    "I get your offers [twice a week|daily since November]. [I love the flowers|I like the letter], but [it's too much|once a month would do].",
    "Who gave you my address? I've never [ordered|been a member]. [I replied to your message and it bounced: unknown user.|]",
  ],
  ask: ["[Less often, perhaps|Could I have fewer]?", "Take me off [everything|every list], and tell me where you had my address."],
  answer: [
    "Done: one letter a month, no more. The link at the foot of each changes that, or stops it, in one click.",
    "You're off everything as of now. We had your address from an order on {before}: the trace is attached. [If it wasn't you I'll erase it.|]",
  ],
  more: ["It wasn't me, erase it.", "+Thanks, [monthly is fine|perfect]."],
  settle: ["Erased, but for the proof of your refusal, which the law makes us keep.", "Noted."],
  note: ["Kept as monthly."],
}

export const assembly: Talk = {
  subject: ["[General meeting|The vote]", "My share", "{year} dividend"],
  story: [
    "A member since [2004|1998|2016], I never got [the notice|the ballot]. [The meeting is on {date}.|]",
    "My {year} dividend is {amount}: [it was twice that last year|less than my neighbour's, who buys less]. [How is it worked out?|]",
    "A question for the meeting: why [close the {town} counter|is the chair paid so much]?",
  ],
  ask: ["Please send [it|the ballot].", "I'd like an answer before the vote."],
  answer: [
    "The ballot is attached; voting is open until {date}.",
    "It follows what you bought in the year, lines aside. Yours is attached in detail.",
  ],
  more: ["+[Thanks, voted|That's clear].", "That doesn't answer the question."],
  settle: ["Your question is with the board, which answers at the meeting.", "Thank you for staying with us."],
  note: ["Touchy: Camille signs off the answer."],
}

export const data: Talk = {
  subject: ["My data", "[Access request|GDPR]", "Delete my account"],
  story: [
    "Under article 15 I ask for [a copy of all my data|what you hold on me].",
    "Is my [card|address] among [what was read|the leak]? [The papers say so, you don't.|]",
  ],
  ask: ["[Within a month, please|Please acknowledge].", "[Yes or no|Just say]?"],
  answer: [
    "Logged today; you'll have the full answer before {date}.",
    "Checked: your address yes, your card no. [Here's what it means and what you can do.|]",
  ],
  more: ["+[Received|Thank you for being straight].", "The month is up [tomorrow|on {day}]."],
  settle: ["Copy attached, one file for each service. [The password comes by post.|]"],
  note: ["One-month clock, due {date}."],
}

export const press: Talk = {
  subject: ["Interview request", "Press [question|enquiry] - [by {day}|deadline]", "Partnership [school|festival]"],
  story: [
    "I'm writing for the [Solent Echo|Harbour Herald|Channel Post] about [co-ops|seasonal flowers|the end of free hours]. [Deadline|I file] {day}, {hour}.",
    "I'm a [sociology|business] student in {town} writing on [complaints|members and their co-ops].",
  ],
  ask: ["Who can I talk to?", "[Ten minutes would do|By mail is fine]."],
  answer: [
    "Camille Le Gall, who speaks for us, will ring before {hour}.",
    "Gladly; three members are happy to talk. I'll put you in touch [tomorrow|].",
  ],
  more: [
    "[Great|Thanks]. [I'm on {phone}.|]",
    "[Chasing|Following up]: without an answer tonight the piece will say you declined to comment.",
  ],
  settle: ["Thank you for letting us check the quotes."],
  note: ["Nothing about the meeting before Thursday."],
}

export const noise: Talk = {
  subject: ["Double your sales", "RE: your outstanding invoice", "Guaranteed #1 ranking", "Final notice before suspension"],
  story: [
    "Dear business owner, we guarantee page one [in 30 days|or your money back].",
    "Your parcel [3 items|] is held, pay £1.99 here: http://parcel-track.example/p",
  ],
  ask: ["[Reply YES|Click now]."],
  answer: [""],
  more: [""],
  settle: [""],
  note: ["Spam."],
}
