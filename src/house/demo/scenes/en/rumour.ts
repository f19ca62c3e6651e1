const FIRST = "https://fleet-gazette.example/business/goeland-to-sell-weymouth-glasshouses"
const SECOND = "https://chesil-news.example/money/goeland-glasshouses-sale"

/** True or not? In English. */
export const en = {
  first: {
    key: "gazette-glasshouses",
    by: "The Fleet Gazette",
    url: FIRST,
    title: "Goéland to sell its Weymouth glasshouses to a fund",
    text: "The Goéland co-op is about to hand its glasshouses in Weymouth to an investment fund, we understand. Buyers are said to have walked round on Tuesday.",
  },
  second: {
    key: "chesil-glasshouses",
    by: "Chesil News",
    url: SECOND,
    title: "Goéland: sale of the Weymouth glasshouses draws nearer",
    text: `The sale of Goéland's Weymouth glasshouses to a fund draws nearer, according to the Fleet Gazette (${FIRST}). The co-op doesn't deny it.`,
  },
  confirmed: `This has been confirmed by Chesil News (${SECOND}).`,
  posts: [
    { key: "glasshouses-1", by: "grey_pebble", followers: 870, text: `Goéland selling the Weymouth glasshouses to a fund?! ${FIRST}` },
    {
      key: "glasshouses-2",
      by: "lantern_at_nine12",
      text: `So @goeland_coop sells the glasshouses to a fund, and we members learn it here. ${SECOND}`,
      ago: 4,
    },
    {
      key: "glasshouses-3",
      by: "saltmarsh_and_tea",
      text: `The rumour of Goéland glasshouses sold to a fund: two sites that quote each other. ${SECOND}`,
      ago: 2,
    },
  ],
  member: { name: "Rhiannon Parry", address: "rhiannon.parry@harbourmail.example" },
  subject: "Is it true that you're selling the glasshouses?",
  asks: "Hello,\n\nMy street's group says Goéland is selling the Weymouth glasshouses to a fund. Source: the Fleet Gazette, which quotes Chesil News, which quotes… the Fleet Gazette. True or not?\n\nRhiannon Parry, member",
  voice: "jonas",
  claim: "Goéland is selling its Weymouth glasshouses to a fund.",
  unverified: "State: UNVERIFIED. Two sites quote each other, no first source. We don't deny what we haven't checked.",
  checked: "The head of the glasshouses: an insurer's visit on Tuesday, taken for a buyer's. No mandate, no plan.",
  denied: "State: DENIED. Source: the board's minutes of Tuesday. One answer for all, with the date and the source.",
  reason: "No mandate and no plan: the board's minutes of Tuesday. The visit was an insurer's.",
  minutes: "https://goeland.example/board/minutes",
  reply: "It isn't true: the board has neither a mandate nor a plan to sell. Tuesday's minutes are online.",
  replied: "https://goeland.example/answers/glasshouses",
  answer:
    "Hello Rhiannon Parry,\n\nIt isn't true, and we checked before telling you so: the board has neither a mandate nor a plan to sell (Tuesday's minutes, on request). The two articles quote each other; we have written to both.\n\nJonas Weller",
  insists: { name: "Keith Sharp", address: "keith.sharp@brightmail.example" },
  insistsSubject: "Sale of the glasshouses: do you deny it?",
  silence: "Chesil News stands by it. Still no denial from you? Silence is an admission.\n\nKeith Sharp",
  withdrawn: {
    title: "Correction: Goéland is not selling its Weymouth glasshouses",
    text: "We withdraw our article. Our source was quoting us.",
  },
  paper: { name: "Chesil News, newsroom", address: "newsroom@chesil-news.example" },
  paperSubject: "Correction",
  paperSays: "We withdraw our article on the sale of Goéland's glasshouses. Our source was quoting us.\n\nThe newsroom",
}
