import type { Scene } from "../scene.ts"

const camille = { name: "Camille Rousseau", address: "camille.rousseau@courriel.example" }

/** The lost bouquet. */
export const bouquet: Scene = {
  key: "bouquet",
  story: 1,
  steps: [
    {
      at: [7, "10:12"],
      mail: {
        from: camille,
        to: "fleurs",
        subject: "Bouquet pour ma mère, lundi avant 13 h ?",
        text: "Bonjour,\n\nJe viens de commander le bouquet « Novembre » (GF-20418, 49 €) pour les 70 ans de ma mère, rue Jean-Bart à Cancale. Pouvez-vous me confirmer qu'il sera là lundi avant 13 h ? Elle part à 14 h.\n\nMerci,\nCamille Rousseau",
      },
    },
    {
      at: [7, "10:13"],
      fact: { kind: "order", state: "placed", reference: "GF-20418", text: "Bouquet « Novembre », 49 €", source: "Boutique Goéland" },
    },
    { at: [7, "10:14"], fact: { kind: "payment", state: "debited", reference: "GF-20418", text: "49,00 €", source: "Banque" } },
    {
      at: [7, "11:02"],
      by: "gwenn",
      change: { owner: "gwenn", tags: ["delivery", "story"], fields: { order: "GF-20418", shore: "France", member: true } },
    },
    {
      at: [7, "11:05"],
      by: "gwenn",
      answer:
        "Bonjour Camille Rousseau,\n\nC'est noté : livraison avant 13 heures, rue Jean-Bart à Cancale. Bel anniversaire à votre mère.\n\nGwenn Abgrall",
    },
    { at: [7, "11:06"], by: "gwenn", promise: "Bouquet livré avant 13 h, rue Jean-Bart à Cancale", due: [6, "13:00"] },
    {
      at: [6, "19:40"],
      mail: {
        from: camille,
        to: "fleurs",
        text: "Bonsoir,\n\nMidi, un message vocal : « ce soir ». Il est 19 h 40, personne n'est passé. Ma mère est partie sans ses fleurs.\n\nCamille Rousseau",
      },
    },
    {
      at: [5, "09:20"],
      fact: {
        kind: "delivery",
        state: "delivered",
        reference: "6A 2041 8830",
        text: "Remis en main propre, 51 rue du Port",
        source: "Transporteur Ponant",
      },
    },
    {
      at: [5, "18:10"],
      mail: {
        from: camille,
        to: "fleurs",
        text: "Votre transporteur m'écrit « livré ». Nous n'avons rien reçu, personne n'a rien reçu, et la carte est débitée de 49 €. J'ai appelé : le menu ne mène à personne.\n\nQue s'est-il passé ?\n\nCamille Rousseau",
      },
    },
    {
      at: [2, "08:55"],
      mail: {
        from: camille,
        to: "fleurs",
        text: "Troisième message. Une semaine bientôt et pas un mot de vous. Sans réponse, j'écris à Ouest-Rivages ; mon beau-frère y travaille.\n\nCamille Rousseau",
      },
    },
    {
      at: [2, "09:30"],
      by: "soazig",
      note: "La preuve du transporteur dit « 51 rue du Port ». La commande dit rue Jean-Bart. Ce n'est pas la même rue. Gwenn est en congé depuis mercredi, personne n'a repris.",
    },
    { at: [1, "17:00"], by: "lea", change: { owner: "nora", priority: "high" } },
    {
      at: [1, "17:02"],
      by: "lea",
      note: "Nora, je te la donne : remboursement + nouveau bouquet, c'est ta signature. Elle parle de la presse.",
    },
  ],
  next: [
    [
      {
        mail: {
          from: camille,
          to: "fleurs",
          text: "Bonsoir,\n\nLe journaliste d'Ouest-Rivages me rappelle demain matin. Je préférerais vraiment vous entendre avant lui.\n\nCamille Rousseau",
        },
      },
    ],
    [
      {
        fact: {
          kind: "delivery",
          state: "failed",
          reference: "6A 2041 8830",
          text: "Erreur d'adresse reconnue : colis resté au 51 rue du Port",
          source: "Transporteur Ponant",
        },
      },
    ],
  ],
}
