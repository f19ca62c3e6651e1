/** The hour with the chair, in English. */
export const en = {
  office: { name: "The chair’s office", address: "office@goeland-chair.example" },
  subject: "Friday 7 pm: the chair answers members, in English",
  asks: "The 60 free hours of harbour Wi-Fi become 20. Marianne Tréhout answers members of the English shore live, on Friday at 7 pm.\n\nPlease gather the questions that come in here. The office would like to keep no more than twelve.\n\nThe chair's office",
  lead: "jonas",
  decision:
    "No question is thrown away. Those that ask the same get one answer and keep their own words. At the end we say how many were answered; the others become cases with a date.",
  answer:
    "Noted. We gather every question, not twelve: those alike get one answer, the others a written one with a date. At the end we'll say how many were answered.\n\nJonas Weller",
  promise: "Every question that came in is answered, live or in writing",
  late: { name: "Malcolm Yates", address: "malcolm.yates@inlet.example" },
  lateSubject: "A question for Friday",
  question:
    "For the chair: you cut two thirds of what I joined for, by a notice on a pontoon. Did any member vote on it? A yes or a no will do.\n\nMalcolm Yates, berth 14",
}
