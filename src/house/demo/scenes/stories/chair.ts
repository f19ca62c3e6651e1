import type { Scene } from "../scene.ts"

const office = { name: "Bureau de la présidente", address: "bureau@goeland-presidence.example" }

/** The hour with the chair. */
export const chair: Scene = {
  key: "chair",
  story: 4,
  steps: [
    {
      at: [5, "12:00"],
      mail: {
        from: office,
        to: "bonjour",
        subject: "Jeudi 20 h : la présidente répond aux sociétaires",
        text: "Les 60 heures gratuites d'Escale Wi-Fi passent à 20. Marianne Tréhout répond en direct jeudi à 20 h.\n\nPrière de réunir ici les questions qui arrivent. Le bureau souhaite n'en garder que douze.\n\nLe bureau",
      },
    },
    {
      at: [5, "12:40"],
      by: "camille",
      decide:
        "Aucune question n'est jetée. Celles qui demandent la même chose reçoivent une réponse commune et gardent leurs mots. À la fin, on dit combien ont eu réponse ; les autres deviennent des dossiers avec une date.",
    },
    { at: [5, "12:42"], by: "camille", change: { owner: "camille", tags: ["live", "hours", "story"], priority: "high" } },
    {
      at: [5, "12:43"],
      by: "camille",
      answer:
        "Bien reçu. Nous réunissons toutes les questions, pas douze : celles qui se ressemblent auront une réponse commune, les autres une réponse écrite avec une date. Nous dirons à la fin combien ont eu réponse.\n\nCamille Le Gall",
    },
    { at: [5, "12:45"], by: "camille", promise: "Chaque question reçue a une réponse, en direct ou par écrit", due: [-4, "18:00"] },
  ],
  next: [
    [
      {
        in: "late",
        mail: {
          from: { name: "Malcolm Yates", address: "malcolm.yates@inlet.example" },
          to: "hello",
          subject: "A question for Thursday",
          text: "For the chair: you cut two thirds of what I joined for, by a notice on a pontoon. Did any member vote on it? A yes or a no will do.\n\nMalcolm Yates, berth 14",
        },
      },
    ],
  ],
}
