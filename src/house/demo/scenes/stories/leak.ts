import type { Scene } from "../scene.ts"

const safety = { name: "Cabinet Roche Noire", address: "incident@roche-noire.example" }

/** Six million cards. */
export const leak: Scene = {
  key: "leak",
  story: 10,
  steps: [
    {
      at: [2, "21:10"],
      mail: {
        from: safety,
        to: "bonjour",
        subject: "Confidentiel : lecture non autorisée de la base « Carte Goéland »",
        text: "Constat du jour, 18:52 : une clé d'accès de la boutique a servi depuis un réseau inconnu.\n\nTables lues : cartes de fidélité (nom, adresse, quatre derniers chiffres). 61 204 personnes. Mots de passe : non. Numéros complets : non établi.\n\nClé révoquée à 19:31.\n\nCabinet Roche Noire",
      },
    },
    { at: [2, "21:16"], by: "nora", change: { owner: "nora", priority: "urgent", tags: ["privacy", "urgent", "story"] } },
    {
      at: [2, "21:17"],
      by: "nora",
      answer:
        "Reçu à 21 h 17. L'horloge part de 18 h 52. Je veux la liste des personnes demain matin, et « non établi » ligne à ligne.\n\nNora Kerbrat",
    },
    { at: [2, "21:18"], by: "nora", promise: "L'autorité est prévenue : 72 heures depuis le constat (18 h 52)", due: [-1, "18:52"] },
    {
      at: [2, "21:40"],
      by: "nora",
      decide:
        "Chaque personne touchée est prévenue en mots simples, sur un canal qui marche, même celles qui refusent nos offres : ce n'est pas une offre.",
    },
    {
      at: [1, "08:30"],
      by: "helene",
      note: "Liste tirée par la clé et par l'heure : 61 204 personnes, dont 3 118 sans adresse mail. Pour celles-là, courrier papier, départ lundi.",
    },
  ],
  next: [
    [
      {
        mail: {
          from: safety,
          to: "bonjour",
          text: "Complément : aucun numéro complet de carte dans les tables lues. Confirmé ligne à ligne.\n\nCabinet Roche Noire",
        },
      },
    ],
  ],
}
