/** The lost bouquet, in English. */
export const en = {
  customer: { name: "Eleanor Whitlock", address: "eleanor.whitlock@brightmail.example" },
  order: { number: "GF-20731", shore: "England" },
  subject: "A bouquet for my mother, Monday before 1 pm?",
  asks: "Hello,\n\nI've just ordered the “November” bouquet (GF-20731, £42) for my mother's seventieth, Broad Street, Lyme Regis. Can you confirm it will be there on Monday before one? She leaves at two.\n\nThank you,\nEleanor Whitlock",
  ordered: "“November” bouquet, £42",
  shop: "Goéland shop",
  debited: "£42.00",
  bank: "Bank",
  adviser: "priya",
  confirms:
    "Hello Eleanor Whitlock,\n\nNoted: delivery before one, Broad Street in Lyme Regis. A happy birthday to your mother.\n\nPriya Nair",
  promise: "Bouquet delivered before 1 pm, Broad Street, Lyme Regis",
  evening:
    "Good evening,\n\nAt noon, a voicemail: “this evening”. It's twenty to eight and nobody has been. My mother left without her flowers.\n\nEleanor Whitlock",
  parcel: "6A 2073 1164",
  delivered: "Handed over in person, 51 Quay Street",
  carrier: "Ponant Couriers",
  nothing:
    "Your courier writes “delivered”. We haven't received anything, nobody has received anything, and £42 has left my card. I rang: the menu leads to nobody.\n\nWhat happened?\n\nEleanor Whitlock",
  third:
    "My third message. Nearly a week and not a word from you. If I hear nothing I'll write to the Western Tide; my brother-in-law works there.\n\nEleanor Whitlock",
  colleague: "sam",
  proof:
    "The courier's proof says “51 Quay Street”. The order says Broad Street. Not the same street. Priya has been on leave since Wednesday and nobody took it over.",
  lead: "harriet",
  handsOver: "Nora, this one is yours: a refund and a fresh bouquet need your signature. She's talking about the press.",
  journalist:
    "Good evening,\n\nThe journalist from the Western Tide is ringing me back tomorrow morning. I'd much rather hear from you before him.\n\nEleanor Whitlock",
  admits: "Wrong address admitted: the parcel is still at 51 Quay Street",
}
