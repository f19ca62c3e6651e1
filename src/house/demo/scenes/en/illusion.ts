/** The listener’s illusion, in English. */
export const en = {
  institute: { name: "Strandline Polling", address: "barometer@strandline-polling.example" },
  subject: "Barometer: “71% of Britons angry with Goéland”",
  asks: "Hello,\n\nOur barometer: 71% of posts about Goéland were negative on the night of the outage. We publish on Thursday.\n\nMethod: 156 public posts counted, 110 of them negative.\n\nStrandline Polling",
  reader: "jonas",
  note: "156 posts, but 97 distinct people: one account wrote 60 of them that night (the watch shows both curves). By people, read by hand: 51 of 97 negative, 53%, between 43 and 62. Six are in Cornish and were not read. And 97 people on Mouette aren't the British.",
  lead: "camille",
  answer:
    "Hello,\n\nYour 156 posts come from 97 people, one of whom wrote 60. By people: 53% negative, between 43 and 62; six posts, in Cornish, couldn't be read. And 97 people online aren't the British. We'll publish these figures beside yours.\n\nCamille Le Gall",
  corrects:
    "Received. We're adding the number of people and the interval. The title becomes: “The Falmouth outage: 97 people spoke”. Thank you.\n\nStrandline Polling",
}
