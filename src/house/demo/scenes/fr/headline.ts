/** One title, two addresses, in French. */
export const fr = {
  paper: {
    key: "ouest-rivages-goeland",
    by: "Ouest-Rivages",
    url: "https://ouest-rivages.example/eco/goeland-laisse-ses-clients-sans-reponse",
    text: "Une sociétaire attend depuis une semaine une réponse à propos d'un bouquet livré nulle part. La coopérative dit revoir l'ordre de ses réponses.",
  },
  firstTitle: "Goéland laisse ses clients sans réponse",
  secondTitle: "Goéland répond à ses clients",
  thirdTitle: "Goéland : une semaine pour un bouquet",
  journalist: { name: "Gildas Morvan, Ouest-Rivages", address: "g.morvan@ouest-rivages.example" },
  subject: "« Goéland répond à ses clients » (paru ce matin)",
  online:
    "Bonjour Camille,\n\nLe papier est en ligne : « Goéland répond à ses clients ».\nAdresse : https://ouest-rivages.example/eco/goeland-laisse-ses-clients-sans-reponse\n\nBien à toi,\nGildas",
  voice: "camille",
  note: "Un titre, une autre adresse : « laisse ses clients sans réponse ». Le premier titre, vu à 06:10 : « Goéland laisse ses clients sans réponse ». Le second, à 06:55. Les deux sont à garder, avec l'heure.",
  thirdSubject: "Le titre a encore changé",
  third: "Troisième titre, désolé : « Goéland : une semaine pour un bouquet ». Une lectrice nous a écrit. Tu commentes ?\n\nGildas",
}
