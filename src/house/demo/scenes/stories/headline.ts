import type { Scene } from "../scene.ts"

const rivages = { name: "Gildas Morvan, Ouest-Rivages", address: "g.morvan@ouest-rivages.example" }

const PAPER = {
  key: "ouest-rivages-goeland",
  by: "Ouest-Rivages",
  url: "https://ouest-rivages.example/eco/goeland-laisse-ses-clients-sans-reponse",
  text: "Une sociétaire attend depuis une semaine une réponse à propos d'un bouquet livré nulle part. La coopérative dit revoir l'ordre de ses réponses.",
} as const
const FIRST = "Goéland laisse ses clients sans réponse"
const SECOND = "Goéland répond à ses clients"
const THIRD = "Goéland : une semaine pour un bouquet"

/** One title, two addresses. */
export const headline: Scene = {
  key: "headline",
  story: 13,
  steps: [
    { at: [1, "06:10"], on: "press", hear: [{ ...PAPER, title: FIRST }] },
    { at: [1, "06:55"], on: "press", hear: [{ ...PAPER, title: SECOND }] },
    {
      at: [1, "07:02"],
      mail: {
        from: rivages,
        to: "presse",
        subject: "“Goéland répond à ses clients” (paru ce matin)",
        text: "Bonjour Camille,\n\nLe papier est en ligne : « Goéland répond à ses clients ».\nAdresse : https://ouest-rivages.example/eco/goeland-laisse-ses-clients-sans-reponse\n\nBien à toi,\nGildas",
      },
    },
    { at: [1, "07:40"], by: "camille", change: { owner: "camille", tags: ["press", "story"] } },
    {
      at: [1, "07:46"],
      by: "camille",
      note: "Un titre, une autre adresse : « laisse ses clients sans réponse ». Le premier titre, vu à 06:10 : « Goéland laisse ses clients sans réponse ». Le second, à 06:55. Les deux sont à garder, avec l'heure.",
    },
  ],
  open: [{ show: "story", of: PAPER.key }],
  next: [
    [
      { on: "press", hear: [{ ...PAPER, title: THIRD }] },
      {
        mail: {
          from: rivages,
          to: "presse",
          text: "Troisième titre, désolé : « Goéland : une semaine pour un bouquet ». Une lectrice nous a écrit. Tu commentes ?\n\nGildas",
          subject: "Le titre a encore changé",
        },
        in: "third",
      },
    ],
  ],
}
