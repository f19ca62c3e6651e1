const FIRST = "https://lefildelarance.example/eco/goeland-vendrait-ses-ateliers-de-fleurs"
const SECOND = "https://rade-infos.example/economie/goeland-vente-ateliers-de-fleurs"

/** True or not? In French. */
export const fr = {
  first: {
    key: "fil-ateliers",
    by: "Le Fil de la Rance",
    url: FIRST,
    title: "Goéland vendrait ses ateliers de fleurs à un fonds",
    text: "Selon nos informations, la coopérative Goéland s'apprêterait à céder ses ateliers de fleurs de Saint-Malo et de Vannes à un fonds. Une visite aurait eu lieu mardi.",
  },
  second: {
    key: "rade-ateliers",
    by: "Rade Infos",
    url: SECOND,
    title: "Goéland : la vente des ateliers de fleurs se précise",
    text: `La vente des ateliers de fleurs de Goéland à un fonds se précise, d'après nos confrères du Fil de la Rance (${FIRST}). La coopérative ne dément pas.`,
  },
  confirmed: `Une information que confirme Rade Infos (${SECOND}).`,
  posts: [
    { key: "ateliers-1", by: "galet_gris", followers: 940, text: `Goéland vend ses ateliers de fleurs à un fonds ?! ${FIRST}` },
    {
      key: "ateliers-2",
      by: "phare_libre12",
      text: `Donc @goeland_coop vend les fleuristes à un fonds, et nous, sociétaires, on l'apprend ici. ${SECOND}`,
      ago: 4,
    },
    {
      key: "ateliers-3",
      by: "ajonc_du_soir",
      text: `La rumeur des ateliers de fleurs Goéland vendus à un fonds : deux sites, qui se citent l'un l'autre. ${SECOND}`,
      ago: 2,
    },
  ],
  member: { name: "Solène Bizien", address: "solene.bizien@courriel.example" },
  subject: "C'est vrai que vous vendez les fleuristes ?",
  asks: "Bonjour,\n\nMon groupe de quartier dit que Goéland vend ses ateliers de fleurs à un fonds. Source : « Le Fil de la Rance », qui cite « Rade Infos », qui cite… « Le Fil de la Rance ». Vrai ou faux ?\n\nSolène Bizien, sociétaire",
  voice: "maelle",
  claim: "Goéland vend ses ateliers de fleurs à un fonds.",
  unverified: "État : NON VÉRIFIÉ. Deux sites se citent l'un l'autre, pas de première source. On ne dément pas ce qu'on n'a pas vérifié.",
  checked: "Direction des ateliers : une visite d'assureur mardi, prise pour une visite d'acheteur. Aucun mandat, aucun projet.",
  denied: "État : DÉMENTI. Source : procès-verbal du bureau, mardi. Réponse unique, avec la date et la source.",
  reason: "Ni mandat, ni projet : procès-verbal du bureau, mardi. La visite était celle d'un assureur.",
  minutes: "https://goeland.example/bureau/proces-verbal",
  reply: "C'est faux : le bureau n'a ni mandat ni projet de vente. Le procès-verbal de mardi est en ligne.",
  replied: "https://goeland.example/reponses/ateliers",
  answer:
    "Bonjour Solène Bizien,\n\nC'est faux, et nous l'avons vérifié avant de vous le dire : le bureau n'a ni mandat ni projet de vente (procès-verbal de mardi, joint sur demande). Les deux articles se citent l'un l'autre ; nous leur avons écrit.\n\nMaëlle Cadiou",
  insists: { name: "Denis Picard", address: "denis.picard@boitemail.example" },
  insistsSubject: "Vente des fleuristes : démentez-vous ?",
  silence: "Rade Infos maintient. Vous ne démentez toujours pas ? Un silence vaut aveu.\n\nDenis Picard",
  withdrawn: {
    title: "Rectificatif : Goéland ne vend pas ses ateliers de fleurs",
    text: "Nous retirons notre article. Notre source nous citait.",
  },
  paper: { name: "Rade Infos, rédaction", address: "redaction@rade-infos.example" },
  paperSubject: "Rectificatif",
  paperSays: "Nous retirons notre article sur la vente des ateliers de Goéland. Notre source nous citait.\n\nLa rédaction",
}
