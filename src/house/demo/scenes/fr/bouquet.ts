/** The lost bouquet, in French. */
export const fr = {
  customer: { name: "Camille Rousseau", address: "camille.rousseau@courriel.example" },
  order: { number: "GF-20418", shore: "France" },
  subject: "Bouquet pour ma mère, lundi avant 13 h ?",
  asks: "Bonjour,\n\nJe viens de commander le bouquet « Novembre » (GF-20418, 49 €) pour les 70 ans de ma mère, rue Jean-Bart à Cancale. Pouvez-vous me confirmer qu'il sera là lundi avant 13 h ? Elle part à 14 h.\n\nMerci,\nCamille Rousseau",
  ordered: "Bouquet « Novembre », 49 €",
  shop: "Boutique Goéland",
  debited: "49,00 €",
  bank: "Banque",
  adviser: "gwenn",
  confirms:
    "Bonjour Camille Rousseau,\n\nC'est noté : livraison avant 13 heures, rue Jean-Bart à Cancale. Bel anniversaire à votre mère.\n\nGwenn Abgrall",
  promise: "Bouquet livré avant 13 h, rue Jean-Bart à Cancale",
  evening:
    "Bonsoir,\n\nMidi, un message vocal : « ce soir ». Il est 19 h 40, personne n'est passé. Ma mère est partie sans ses fleurs.\n\nCamille Rousseau",
  parcel: "6A 2041 8830",
  delivered: "Remis en main propre, 51 rue du Port",
  carrier: "Transporteur Ponant",
  nothing:
    "Votre transporteur m'écrit « livré ». Nous n'avons rien reçu, personne n'a rien reçu, et la carte est débitée de 49 €. J'ai appelé : le menu ne mène à personne.\n\nQue s'est-il passé ?\n\nCamille Rousseau",
  third:
    "Troisième message. Une semaine bientôt et pas un mot de vous. Sans réponse, j'écris à Ouest-Rivages ; mon beau-frère y travaille.\n\nCamille Rousseau",
  colleague: "soazig",
  proof:
    "La preuve du transporteur dit « 51 rue du Port ». La commande dit rue Jean-Bart. Ce n'est pas la même rue. Gwenn est en congé depuis mercredi, personne n'a repris.",
  lead: "lea",
  handsOver: "Nora, je te la donne : remboursement + nouveau bouquet, c'est ta signature. Elle parle de la presse.",
  journalist:
    "Bonsoir,\n\nLe journaliste d'Ouest-Rivages me rappelle demain matin. Je préférerais vraiment vous entendre avant lui.\n\nCamille Rousseau",
  admits: "Erreur d'adresse reconnue : colis resté au 51 rue du Port",
}
