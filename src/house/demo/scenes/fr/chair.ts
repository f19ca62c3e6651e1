/** The hour with the chair, in French. */
export const fr = {
  office: { name: "Bureau de la présidente", address: "bureau@goeland-presidence.example" },
  subject: "Jeudi 20 h : la présidente répond aux sociétaires",
  asks: "Les 60 heures gratuites d'Escale Wi-Fi passent à 20. Marianne Tréhout répond en direct jeudi à 20 h.\n\nPrière de réunir ici les questions qui arrivent. Le bureau souhaite n'en garder que douze.\n\nLe bureau",
  lead: "camille",
  decision:
    "Aucune question n'est jetée. Celles qui demandent la même chose reçoivent une réponse commune et gardent leurs mots. À la fin, on dit combien ont eu réponse ; les autres deviennent des dossiers avec une date.",
  answer:
    "Bien reçu. Nous réunissons toutes les questions, pas douze : celles qui se ressemblent auront une réponse commune, les autres une réponse écrite avec une date. Nous dirons à la fin combien ont eu réponse.\n\nCamille Le Gall",
  promise: "Chaque question reçue a une réponse, en direct ou par écrit",
  late: { name: "Malo Kerdreux", address: "malo.kerdreux@grandlarge.example" },
  lateSubject: "Question pour jeudi",
  question:
    "Pour la présidente : vous coupez les deux tiers de ce pour quoi je suis venu, par une affichette sur un ponton. Un seul sociétaire a-t-il voté cela ? Oui ou non, cela suffira.\n\nMalo Kerdreux, ponton 14",
}
