// Over 12 kB because a story is read whole, and these are told in one breath: what was said, when, by whom.
import type { Scene } from "./scene.ts"

const network = { name: "Supervision Fil", address: "supervision@reseau-fil.example" }
const safety = { name: "Cabinet Roche Noire", address: "incident@roche-noire.example" }
const author = { name: "Tamsin Penrose", address: "tamsin.penrose@mailbox.example" }
const rivages = { name: "Gildas Morvan, Ouest-Rivages", address: "g.morvan@ouest-rivages.example" }
const rumour = { name: "Solène Bizien", address: "solene.bizien@courriel.example" }
const reader = { name: "Institut Estran", address: "barometre@institut-estran.example" }
const chair = { name: "Bureau de la présidente", address: "bureau@goeland-presidence.example" }

/** Stories of many, of the press, and of what is said outside. */
export const PUBLIC_STORIES: readonly Scene[] = [
  {
    key: "outage",
    story: 3,
    steps: [
      {
        at: [4, "19:41"],
        mail: {
          from: network,
          to: "fil",
          subject: "ALERTE : nœud de Larmor hors service, 4 180 lignes",
          text: "19:38 perte du nœud de Larmor (fibre coupée, chantier route de la Grève).\nLignes touchées : 4 180. Clients qui ont écrit : 0 pour l'instant.\nRétablissement estimé : demain 11 h.\n\nSupervision Fil",
        },
      },
      { at: [4, "19:44"], by: "yann", change: { owner: "yann", priority: "urgent", tags: ["outage", "line"] } },
      {
        at: [4, "19:47"],
        by: "yann",
        note: "Une seule réponse pour tous, mise à jour toutes les heures. Tout ce qui arrive de Larmor, Ploemeur et Guidel se relie ici (cause).",
      },
      {
        at: [4, "20:05"],
        by: "yann",
        decide: "Déclaration publiée à 20 h 05. On dit la cause, l'heure prévue, et qu'on ne la tiendra pas si on ne la tient pas.",
      },
      {
        at: [4, "19:49"],
        by: "yann",
        answer:
          "Reçu. On ouvre un dossier pour tous et on vous relit à chaque heure pleine. Prévenez-nous avant, si l'heure change.\n\nYann Le Floch",
      },
      { at: [4, "20:06"], by: "yann", promise: "Larmor rétabli avant 11 h", due: [3, "11:00"] },
      {
        at: [3, "10:22"],
        mail: {
          from: network,
          to: "fil",
          text: "10:17 nœud de Larmor rétabli. 4 180 lignes vues, 31 à reprendre à la main.\n\nSupervision Fil",
          subject: "Larmor rétabli",
        },
        in: "restored",
      },
      { at: [3, "10:24"], in: "restored", by: "yann", merge: "main" },
      { at: [3, "10:31"], by: "yann", answer: "Merci. On écrit aux 31 un par un, ce matin.\n\nYann Le Floch" },
      {
        at: [3, "11:30"],
        by: "nora",
        decide: "Un mois offert aux 4 180 lignes, une fois chacune, sur le canal que chacun préfère. Budget 125 000 €. Parti le lendemain.",
      },
    ],
    next: [
      [
        {
          in: "second",
          mail: {
            from: network,
            to: "fil",
            subject: "ALERTE : micro-coupures à Larmor, 212 lignes",
            text: "Micro-coupures depuis quelques minutes, 212 lignes. Même tronçon. Équipe en route.\n\nSupervision Fil",
          },
        },
      ],
    ],
  },
  {
    key: "chair",
    story: 4,
    steps: [
      {
        at: [5, "12:00"],
        mail: {
          from: chair,
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
      { at: [5, "12:42"], by: "camille", change: { owner: "camille", tags: ["live", "hours"], priority: "high" } },
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
  },
  {
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
      { at: [2, "21:16"], by: "nora", change: { owner: "nora", priority: "urgent", tags: ["privacy", "urgent"] } },
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
  },
  {
    key: "petition",
    story: 11,
    steps: [],
    next: [
      [
        {
          mail: {
            from: author,
            to: "hello",
            text: "We passed 175,000 this evening. I'm about to write to everyone who signed. I'd like to be able to tell them what you said.\n\nTamsin Penrose",
          },
        },
      ],
    ],
  },
  {
    key: "rumour",
    story: 12,
    steps: [
      {
        at: [3, "17:25"],
        mail: {
          from: rumour,
          to: "presse",
          subject: "C'est vrai que vous vendez les fleuristes ?",
          text: "Bonjour,\n\nMon groupe de quartier dit que Goéland vend ses ateliers de fleurs à un fonds. Source : « Le Fil de la Rance », qui cite « Rade Infos », qui cite… « Le Fil de la Rance ». Vrai ou faux ?\n\nSolène Bizien, sociétaire",
        },
      },
      { at: [3, "17:50"], by: "camille", change: { owner: "maelle", tags: ["press"] } },
      {
        at: [3, "18:20"],
        by: "maelle",
        decide: "État : NON VÉRIFIÉ. Deux sites se citent l'un l'autre, pas de première source. On ne dément pas ce qu'on n'a pas vérifié.",
      },
      {
        at: [2, "10:05"],
        by: "maelle",
        note: "Direction des ateliers : une visite d'assureur mardi, prise pour une visite d'acheteur. Aucun mandat, aucun projet.",
      },
      {
        at: [2, "10:30"],
        by: "camille",
        decide: "État : DÉMENTI. Source : procès-verbal du bureau, mardi. Réponse unique, avec la date et la source.",
      },
      {
        at: [2, "10:34"],
        by: "maelle",
        answer:
          "Bonjour Solène Bizien,\n\nC'est faux, et nous l'avons vérifié avant de vous le dire : le bureau n'a ni mandat ni projet de vente (procès-verbal de mardi, joint sur demande). Les deux articles se citent l'un l'autre ; nous leur avons écrit.\n\nMaëlle Cadiou",
      },
      {
        at: 240,
        in: "second",
        mail: {
          from: { name: "Denis Picard", address: "denis.picard@boitemail.example" },
          to: "presse",
          subject: "Vente des fleuristes : démentez-vous ?",
          text: "Rade Infos maintient. Vous ne démentez toujours pas ? Un silence vaut aveu.\n\nDenis Picard",
        },
      },
      { at: 235, in: "second", by: "maelle", link: "main", kind: "duplicate" },
    ],
    next: [
      [
        {
          in: "third",
          mail: {
            from: { name: "Rade Infos, rédaction", address: "redaction@rade-infos.example" },
            to: "presse",
            subject: "Rectificatif",
            text: "Nous retirons notre article sur la vente des ateliers de Goéland. Notre source nous citait.\n\nLa rédaction",
          },
        },
      ],
    ],
  },
  {
    key: "headline",
    story: 13,
    steps: [
      {
        at: [1, "07:02"],
        mail: {
          from: rivages,
          to: "presse",
          subject: "“Goéland répond à ses clients” (paru ce matin)",
          text: "Bonjour Camille,\n\nLe papier est en ligne : « Goéland répond à ses clients ».\nAdresse : https://ouest-rivages.example/eco/goeland-laisse-ses-clients-sans-reponse\n\nBien à toi,\nGildas",
        },
      },
      { at: [1, "07:40"], by: "camille", change: { owner: "camille", tags: ["press"] } },
      {
        at: [1, "07:46"],
        by: "camille",
        note: "Un titre, une autre adresse : « laisse ses clients sans réponse ». Le premier titre, vu à 06:10 : « Goéland laisse ses clients sans réponse ». Le second, à 06:55. Les deux sont à garder, avec l'heure.",
      },
    ],
    next: [
      [
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
  },
  {
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
      { at: [1, "07:16"], by: "camille", change: { owner: "maelle", tags: ["press"], priority: "low" } },
    ],
    next: [
      [
        {
          by: "maelle",
          note: "Pour demain : le titre qui change, le démenti, et la phrase du jour : « Elle se sent rajeunie. » (Mme Vasseur)",
        },
      ],
    ],
  },
  {
    key: "illusion",
    story: 15,
    steps: [
      {
        at: [2, "11:00"],
        mail: {
          from: reader,
          to: "presse",
          subject: "Baromètre : « 72 % des Français en colère contre Goéland »",
          text: "Bonjour,\n\nNotre baromètre : 72 % de messages négatifs sur Goéland en novembre. Nous publions jeudi.\n\nMéthode : 1 918 messages publics relevés, 1 380 négatifs.\n\nInstitut Estran",
        },
      },
      { at: [2, "11:45"], by: "jonas", change: { owner: "jonas", tags: ["press"], priority: "high" } },
      {
        at: [2, "12:20"],
        by: "jonas",
        note: "1,918 posts, but 341 distinct people; one account wrote 402 of them, the night of Larmor. By people: 58 % negative, between 53 and 63. Not readable: 219 (pictures, irony, Breton). And our public isn't the French.",
      },
      {
        at: [2, "14:00"],
        by: "camille",
        answer:
          "Bonjour,\n\nVos 1 918 messages viennent de 341 personnes, dont une en a écrit 402. Par personne : 58 % de négatifs, entre 53 et 63 ; 219 messages n'ont pas pu être lus. Et 341 internautes ne sont pas les Français. Nous publierons ces chiffres avec les vôtres.\n\nCamille Le Gall",
      },
    ],
    next: [
      [
        {
          mail: {
            from: reader,
            to: "presse",
            text: "Bien reçu. Nous ajoutons le nombre de personnes et l'intervalle. Le titre devient : « Panne de Larmor : 341 personnes se sont exprimées ». Merci.\n\nInstitut Estran",
          },
        },
      ],
    ],
  },
]
