/** Less, not nothing, in English. */
export const en = {
  customer: { name: "Judith Osborne", address: "judith.osborne@mailbox.example" },
  subject: "Your letters: twice a week is too much",
  asks: "Hello,\n\nI like your flowers and your letter, the advice on hydrangeas most of all. But twice a week, and I've stopped opening it. Take me off, please. Or once a month, if there is such a thing?\n\nJudith Osborne",
  adviser: "sam",
  answer:
    "Hello Judith Osborne,\n\nDone: one letter a month, the next on the first Thursday of December. If you'd rather stop them all, a word will do, and it will be final.\n\nSam Whitaker",
  decision: "Offer “less often” to whoever wants to leave: three in ten stay (November).",
  thanks: "Thank you, once a month is just right. I'm opening this again to ask: when does one prune hydrangeas?\n\nJudith Osborne",
}
