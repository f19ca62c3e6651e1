/** What the example company says of its fifteen stories: what it is, what to look at, what happens next. */
export const demoScenes = {
  "demo.scene.bouquet.title": "The lost bouquet",
  "demo.scene.bouquet.look":
    "Flowers promised for 1 pm never came; the courier says “delivered”. Look at the broken promise, the two sentences that can’t both be true, and the hourglass: how long Eleanor has waited for a person.",
  "demo.scene.bouquet.next": "Eleanor writes; then the courier admits its mistake",
  "demo.scene.rider.title": "The rider in Mongolia",
  "demo.scene.rider.look":
    "A private rescue, and a public post about it that complains of nothing. Vigie proposes that they are one and shows what speaks for it, above the case and with the post. You say whether: then the public words run along in the case.",
  "demo.scene.rider.next": "Maggie says that it is he; his sister writes from the hospital; what to say in public is decided",
  "demo.scene.outage.title": "The outage",
  "demo.scene.outage.look":
    "A hundred and seventy people in ninety minutes, one cause. The alarm was called on distinct people within minutes; look at the watch’s curve. In the cases, look at the links: each keeps its own words, one parent gathers them, one statement answered all. Campaigns, for the month offered, are still to come.",
  "demo.scene.outage.next": "The network flickers again; within five minutes, the alarm",
  "demo.scene.chair.title": "The hour with the chair",
  "demo.scene.chair.look":
    "Thirty-eight questions for Friday, none thrown away: linked to one case, each in its own words, with a promise that all are answered. The live page comes with a later room.",
  "demo.scene.chair.next": "One more member asks, from berth 14",
  "demo.scene.nowhere.title": "The reply to nowhere",
  "demo.scene.nowhere.look":
    "An offer he never asked for, and an answer that bounced. Every address Vigie writes from takes replies. Proof of consent comes with campaigns.",
  "demo.scene.nowhere.next": "“We miss you, Graham”",
  "demo.scene.less.title": "Less, not nothing",
  "demo.scene.less.look":
    "She wanted to leave; she was offered once a month, and stays. The decision says what that saves. The one-click page comes with campaigns.",
  "demo.scene.less.next": "Judith accepts, and asks about hydrangeas",
  "demo.scene.hours.title": "Which channel, and when",
  "demo.scene.hours.look":
    "A nurse who can be written to after six, never at work. Write her an answer: before you send, the desk says when it will arrive.",
  "demo.scene.hours.next": "Her router turns up; she writes that she is off shift",
  "demo.scene.madame.title": "Call me Madam",
  "demo.scene.madame.look":
    "She said how she wishes to be addressed; it stands beside her name, and answers begin with it. Nobody else is guessed at.",
  "demo.scene.madame.next": "Madam Holloway thanks you",
  "demo.scene.knowledge.title": "What one adviser wrote, all can read",
  "demo.scene.knowledge.look":
    "Moussa solved the orange light once. Open Mrs Tregear’s case: his answer comes up beside it, with its age and who stands behind it.",
  "demo.scene.knowledge.next": "A neighbour has the same light",
  "demo.scene.leak.title": "Six million cards",
  "demo.scene.leak.look":
    "Somebody read the loyalty cards. One key, a database on each shore. The 72 hours run as a promise, in the open; decisions say who is told and how; those who ask “was I in it?” are linked. Answering who was touched in minutes comes with a later room.",
  "demo.scene.leak.next": "The investigators confirm what was not read",
  "demo.scene.petition.title": "A hundred thousand signatures",
  "demo.scene.petition.look": "One case with many people in it: each signed in their own words, each can be answered in their own thread.",
  "demo.scene.petition.next": "The petition’s author writes again",
  "demo.scene.rumour.title": "True or not?",
  "demo.scene.rumour.look":
    "Two sites quote each other. Look at the story’s trail: who has it from whom. Its claim was unverified, then denied, with the source and the one answer given.",
  "demo.scene.rumour.next": "One of the sites withdraws its article",
  "demo.scene.headline.title": "One title, two addresses",
  "demo.scene.headline.look":
    "The article says one thing and its address another. The story keeps every headline under which it was seen, with the times, and what the address says.",
  "demo.scene.headline.next": "The title changes again",
  "demo.scene.minute.title": "One minute a day",
  "demo.scene.minute.look":
    "The day in one minute: what happened, a figure, a quote, its sources. Written by a colleague here; a later room writes it from the cases.",
  "demo.scene.minute.next": "Maëlle prepares tomorrow’s",
  "demo.scene.illusion.title": "The listener’s illusion",
  "demo.scene.illusion.look":
    "“71% angry” is 97 people, one of whom wrote 60 posts. The note gives distinct people, the interval, and what could not be read; the watch draws people beside posts.",
  "demo.scene.illusion.next": "The institute corrects itself",
} as const
