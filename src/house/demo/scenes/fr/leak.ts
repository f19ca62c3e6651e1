/** Six million cards, in French. */
export const fr = {
  finder: { name: "Cabinet Roche Noire", address: "incident@roche-noire.example" },
  subject: "Confidentiel : lecture non autorisée de la base « Carte Goéland »",
  report:
    "Constat du jour, 18:52 : une clé d'accès de la boutique a servi depuis un réseau inconnu.\n\nTables lues, base de la rive française : cartes de fidélité (nom, adresse, quatre derniers chiffres). 61 204 personnes. Mots de passe : non. Numéros complets : non établi.\n\nClé révoquée à 19:31.\n\nCabinet Roche Noire",
  answer:
    "Reçu à 21 h 17. L'horloge part de 18 h 52. Je veux la liste des personnes demain matin, et « non établi » ligne à ligne.\n\nNora Kerbrat",
  promise: "L'autorité est prévenue : 72 heures depuis le constat (18 h 52)",
  decision:
    "Chaque personne touchée est prévenue en mots simples, sur un canal qui marche, même celles qui refusent nos offres : ce n'est pas une offre.",
  accountant: "helene",
  list: "Liste tirée par la clé et par l'heure : 61 204 personnes, dont 3 118 sans adresse mail. Pour celles-là, courrier papier, départ lundi.",
  more: "Complément : aucun numéro complet de carte dans les tables lues. Confirmé ligne à ligne.\n\nCabinet Roche Noire",
}
