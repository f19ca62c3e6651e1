import type { Scene } from "../scene.ts"

const solene = { name: "Solène Bizien", address: "solene.bizien@courriel.example" }

/** True or not? */
export const rumour: Scene = {
  key: "rumour",
  story: 12,
  steps: [
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
  next: [
    [
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
