import type { Scene } from "../scene.ts"

/** One minute a day. */
export const minute: Scene = {
  key: "minute",
  story: 14,
  steps: [
    {
      at: [1, "06:58"],
      mail: {
        from: { name: "Salle de veille", address: "minute@goeland-veille.example" },
        to: "presse",
        subject: "Goéland, la minute du matin",
        text: "CE QUI EST ARRIVÉ. Larmor rétabli à 10 h 17, une heure avant l'heure dite. Une semaine que Camille R. attend un bouquet.\n\nLE CHIFFRE. 4 180 lignes, un mois offert, une fois chacune.\n\nLA PHRASE. « Vous devriez mettre ça sur votre site. » (Perrine A., à Moussa, dossier box orange)\n\nQUI L'A DIT. Sources : supervision Fil 10:22 ; dossier du bouquet ; dossier de la box.\n\nLu en cinquante-trois secondes.",
      },
    },
    {
      at: [1, "07:15"],
      by: "camille",
      note: "À lire au café. À partir du printemps elle s'écrira seule, d'après les dossiers ; celle-ci est de Maëlle.",
    },
    { at: [1, "07:15"], by: "camille", close: true },
    { at: [1, "07:16"], by: "camille", change: { owner: "maelle", tags: ["press", "story"], priority: "low" } },
  ],
  next: [
    [
      {
        by: "maelle",
        note: "Pour demain : le titre qui change, le démenti, et la phrase du jour : « Elle se sent rajeunie. » (Mme Vasseur)",
      },
    ],
  ],
}
