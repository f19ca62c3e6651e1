import type { Scene } from "../scene.ts"

const POST = {
  key: "theo-mountain",
  by: "theo_on_two_wheels",
  followers: 41_200,
  language: "en",
  country: "MN",
  ago: 23,
  text: "Mountain: 1. Theo: 0. Flown out over the steppe by helicopter like a parcel, scanned like luggage. @goeland_coop knows where to send the bill.",
  media: [{ url: "https://mouette.example/@theo_on_two_wheels/valley.jpg", alt: "A valley, a stretcher, a helicopter" }],
} as const

/** The rider in Mongolia. */
export const rider: Scene = {
  key: "rider",
  story: 2,
  steps: [
    {
      at: [3, "23:14"],
      mail: {
        from: { name: "Sally Marsh", address: "sally.marsh@post.example" },
        to: "escale",
        subject: "URGENT - my brother, accident in Mongolia",
        text: "My brother Theo Marsh (Goéland member, travel cover) has come off his motorbike near Tsetserleg. Leg, maybe pelvis. He is in a district clinic, no scan there. I am in Poole and I can't reach anyone on the phone.\n\nPlease ring me, any hour: 07700 900518.\n\nSally",
      },
    },
    {
      at: [3, "23:19"],
      by: "maggie",
      change: {
        owner: "maggie",
        priority: "urgent",
        tags: ["claim", "urgent", "story"],
        fields: { order: "GE-77120", shore: "England", member: true },
      },
    },
    {
      at: [3, "23:24"],
      by: "maggie",
      answer:
        "Hello Sally,\n\nWe have him. Dr Ndiaye is on the line with the clinic and will ring you within the hour. You pay nothing and sign nothing there.\n\nMaggie Thorne",
    },
    { at: [3, "23:25"], by: "maggie", promise: "Doctor rings Sally within the hour", due: [2, "00:25"] },
    {
      at: [2, "02:40"],
      by: "idris",
      note: "Clinic: closed fracture of the femur, stable. Helicopter over the steppe to Ulaanbaatar at first light, scan there. It is 9.40 in the morning over there.",
    },
    { at: [2, "09:05"], by: "claire", decide: "Air transfer to Ulaanbaatar authorised, up to £18,000. Family told first, always." },
    {
      at: [1, "14:30"],
      mail: {
        from: { name: "Sally Marsh", address: "sally.marsh@post.example" },
        to: "escale",
        text: "Dr Ndiaye has been wonderful. Theo is in Ulaanbaatar, scan done, surgery tomorrow. He says the view from the helicopter was worth the leg. I could kill him.\n\nSally",
      },
    },
    { at: 190, on: "mouette", hear: [POST] },
    {
      at: 180,
      of: POST.key,
      by: "jonas",
      voice: "watch",
      aim: "Not to expose anybody",
      tone: "",
      reason:
        "A rider, a mountain, a scan, our name. No complaint, and it's taking off. Is he one of ours? Asking Escale before anybody answers.",
      lookAgain: 240,
    },
  ],
  open: [
    { show: "mention", of: POST.key },
    { show: "watch", of: "goeland" },
  ],
  next: [
    [
      { by: "maggie", tie: POST.key },
      {
        by: "maggie",
        note: "The post is Theo's, GE-77120: same valley, same night, the scan. His sister confirms the handle. Don't say anything in public that says he is ours.",
      },
    ],
    [
      {
        mail: {
          from: { name: "Sally Marsh", address: "sally.marsh@post.example" },
          to: "escale",
          text: "Out of surgery, all well. He asks whether somebody could answer his post, he'd find it funny. Up to you.\n\nSally",
        },
      },
    ],
    [
      {
        by: "jonas",
        of: POST.key,
        voice: "public",
        aim: "That he and those who read him feel seen",
        tone: "Warm, one line",
        reason:
          "We don't name him as a customer. No medical word, and after the surgery, with his consent in writing. Claire and Camille agree.",
      },
    ],
  ],
}
