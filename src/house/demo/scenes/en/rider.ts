/** The rider in Mongolia, in English. */
export const en = {
  post: {
    key: "theo-mountain",
    by: "theo_on_two_wheels",
    followers: 41_200,
    text: "Mountain: 1. Theo: 0. Flown out over the steppe by helicopter like a parcel, scanned like luggage. @goeland_coop knows where to send the bill.",
    media: [{ url: "https://mouette.example/@theo_on_two_wheels/valley.jpg", alt: "A valley, a stretcher, a helicopter" }],
  },
  sister: { name: "Sally Marsh", address: "sally.marsh@post.example" },
  subject: "URGENT - my brother, accident in Mongolia",
  accident:
    "My brother Theo Marsh (Goéland member, travel cover) has come off his motorbike near Tsetserleg. Leg, maybe pelvis. He is in a district clinic, no scan there. I am in Poole and I can't reach anyone on the phone.\n\nPlease ring me, any hour: 07700 900518.\n\nSally",
  claim: { order: "GE-77120", shore: "England" },
  adviser: "maggie",
  answer:
    "Hello Sally,\n\nWe have him. Dr Ndiaye is on the line with the clinic and will ring you within the hour. You pay nothing and sign nothing there.\n\nMaggie Thorne",
  promise: "Doctor rings Sally within the hour",
  night: "ben",
  clinic:
    "Clinic: closed fracture of the femur, stable. Helicopter over the steppe to Ulaanbaatar at first light, scan there. It is 9.40 in the morning over there.",
  transfer: "Air transfer to Ulaanbaatar authorised, up to £18,000. Family told first, always.",
  wonderful:
    "Dr Ndiaye has been wonderful. Theo is in Ulaanbaatar, scan done, surgery tomorrow. He says the view from the helicopter was worth the leg. I could kill him.\n\nSally",
  voice: "jonas",
  watch: {
    aim: "Not to expose anybody",
    reason:
      "A rider, a mountain, a scan, our name. No complaint, and it's taking off. Is he one of ours? Asking the travel team before anybody answers.",
  },
  isHe: "The post is Theo's, GE-77120: same valley, same night, the scan. His sister confirms the handle. Don't say anything in public that says he is ours.",
  surgery: "Out of surgery, all well. He asks whether somebody could answer his post, he'd find it funny. Up to you.\n\nSally",
  speak: {
    aim: "That he and those who read him feel seen",
    tone: "Warm, one line",
    reason:
      "We don't name him as a customer. No medical word, and after the surgery, with his consent in writing. Claire and Camille agree.",
  },
}
