import type { Scene } from "../scene.ts"

const solene = { name: "Solène Bizien", address: "solene.bizien@courriel.example" }

const FIL = "https://lefildelarance.example/eco/goeland-vendrait-ses-ateliers-de-fleurs"
const RADE = "https://rade-infos.example/economie/goeland-vente-ateliers-de-fleurs"
const fil = {
  key: "fil-ateliers",
  by: "Le Fil de la Rance",
  url: FIL,
  title: "Goéland vendrait ses ateliers de fleurs à un fonds",
  text: "Selon nos informations, la coopérative Goéland s'apprêterait à céder ses ateliers de fleurs de Saint-Malo et de Weymouth à un fonds. Une visite aurait eu lieu mardi.",
} as const
const rade = {
  key: "rade-ateliers",
  by: "Rade Infos",
  url: RADE,
  title: "Goéland : la vente des ateliers de fleurs se précise",
  text: `La vente des ateliers de fleurs de Goéland à un fonds se précise, d'après nos confrères du Fil de la Rance (${FIL}). La coopérative ne dément pas.`,
} as const

/** True or not? */
export const rumour: Scene = {
  key: "rumour",
  story: 12,
  steps: [
    { at: [3, "16:40"], on: "press", hear: [fil] },
    { at: [3, "16:58"], on: "press", hear: [rade] },
    {
      at: [3, "17:12"],
      on: "press",
      hear: [{ ...fil, text: `${fil.text} Une information que confirme Rade Infos (${RADE}).` }],
    },
    {
      at: [3, "17:20"],
      on: "mouette",
      hear: [
        { key: "ateliers-1", by: "galet_gris", followers: 940, text: `Goéland vend ses ateliers de fleurs à un fonds ?! ${FIL}` },
        {
          key: "ateliers-2",
          by: "phare_libre12",
          text: `Donc @goeland_coop vend les fleuristes à un fonds, et nous, sociétaires, on l'apprend ici. ${RADE}`,
          ago: 4,
        },
        {
          key: "ateliers-3",
          by: "ajonc_du_soir",
          text: `La rumeur des ateliers de fleurs Goéland vendus à un fonds : deux sites, qui se citent l'un l'autre. ${RADE}`,
          ago: 2,
        },
      ],
    },
    {
      at: [3, "17:25"],
      mail: {
        from: solene,
        to: "presse",
        subject: "C'est vrai que vous vendez les fleuristes ?",
        text: "Bonjour,\n\nMon groupe de quartier dit que Goéland vend ses ateliers de fleurs à un fonds. Source : « Le Fil de la Rance », qui cite « Rade Infos », qui cite… « Le Fil de la Rance ». Vrai ou faux ?\n\nSolène Bizien, sociétaire",
      },
    },
    { at: [3, "17:50"], by: "camille", change: { owner: "maelle", tags: ["press", "story"] } },
    { at: [3, "18:19"], by: "maelle", of: fil.key, claim: "Goéland vend ses ateliers de fleurs à un fonds." },
    {
      at: [3, "18:20"],
      by: "maelle",
      decide: "État : NON VÉRIFIÉ. Deux sites se citent l'un l'autre, pas de première source. On ne dément pas ce qu'on n'a pas vérifié.",
    },
    {
      at: [2, "10:05"],
      by: "maelle",
      note: "Direction des ateliers : une visite d'assureur mardi, prise pour une visite d'acheteur. Aucun mandat, aucun projet.",
    },
    {
      at: [2, "10:30"],
      by: "camille",
      decide: "État : DÉMENTI. Source : procès-verbal du bureau, mardi. Réponse unique, avec la date et la source.",
    },
    {
      at: [2, "10:31"],
      by: "camille",
      of: fil.key,
      judge: "denied",
      reason: "Ni mandat, ni projet : procès-verbal du bureau, mardi. La visite était celle d'un assureur.",
      url: "https://goeland.example/bureau/proces-verbal",
    },
    {
      at: [2, "10:33"],
      by: "maelle",
      of: fil.key,
      reply: "C'est faux : le bureau n'a ni mandat ni projet de vente. Le procès-verbal de mardi est en ligne.",
      url: "https://goeland.example/reponses/ateliers",
    },
    {
      at: [2, "10:34"],
      by: "maelle",
      answer:
        "Bonjour Solène Bizien,\n\nC'est faux, et nous l'avons vérifié avant de vous le dire : le bureau n'a ni mandat ni projet de vente (procès-verbal de mardi, joint sur demande). Les deux articles se citent l'un l'autre ; nous leur avons écrit.\n\nMaëlle Cadiou",
    },
    {
      at: 240,
      in: "second",
      mail: {
        from: { name: "Denis Picard", address: "denis.picard@boitemail.example" },
        to: "presse",
        subject: "Vente des fleuristes : démentez-vous ?",
        text: "Rade Infos maintient. Vous ne démentez toujours pas ? Un silence vaut aveu.\n\nDenis Picard",
      },
    },
    { at: 235, in: "second", by: "maelle", link: "main", kind: "duplicate" },
  ],
  open: [{ show: "story", of: fil.key }],
  next: [
    [
      {
        on: "press",
        hear: [
          {
            ...rade,
            title: "Rectificatif : Goéland ne vend pas ses ateliers de fleurs",
            text: "Nous retirons notre article. Notre source nous citait.",
          },
        ],
      },
      {
        in: "third",
        mail: {
          from: { name: "Rade Infos, rédaction", address: "redaction@rade-infos.example" },
          to: "presse",
          subject: "Rectificatif",
          text: "Nous retirons notre article sur la vente des ateliers de Goéland. Notre source nous citait.\n\nLa rédaction",
        },
      },
    ],
  ],
}
