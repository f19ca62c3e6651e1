// Over 12 kB if it grows, because what the company has written for itself is read in one go, each text beside its other language.

/** Answers that begin from a text, in both languages. */
export const TEMPLATES: readonly { name: string; fr: string; en: string }[] = [
  {
    name: "Bouquet : nouvel envoi / sent again",
    fr: "Bonjour {{contact.name}},\n\nUn nouveau bouquet part demain matin et arrivera avant 13 heures, à nos frais. Je vous écris dès qu’il est remis.\n\n{{agent.name}}",
    en: "Hello {{contact.name}},\n\nA fresh bouquet leaves tomorrow morning and will be there before one, at our expense. I’ll write as soon as it is handed over.\n\n{{agent.name}}",
  },
  {
    name: "Remboursement parti / refund sent",
    fr: "Bonjour {{contact.name}},\n\nLe remboursement est parti aujourd’hui ({{today}}). Il apparaît sous cinq jours ouvrés ; sinon, répondez à ce message.\n\n{{agent.name}}",
    en: "Hello {{contact.name}},\n\nYour refund left today ({{today}}). It shows within five working days; if it doesn’t, just reply.\n\n{{agent.name}}",
  },
  {
    name: "Ligne : technicien / engineer booked",
    fr: "Bonjour {{contact.name}},\n\nUn technicien passe entre 8 h et 12 h, premier créneau, de notre équipe. Je vous appelle à 8 h 15 pour vérifier qu’il est en route.\n\n{{agent.name}}",
    en: "Hello {{contact.name}},\n\nAn engineer of ours comes between 8 and 12, first slot. I’ll ring at 8.15 to make sure they’re on their way.\n\n{{agent.name}}",
  },
  {
    name: "Escale : ne payez rien / pay nothing",
    fr: "Bonjour,\n\nNe payez rien et ne signez rien sur place : la garantie part à l’hôpital maintenant. Le médecin de garde vous appelle dans l’heure.\n\n{{agent.name}}",
    en: "Hello,\n\nPay nothing and sign nothing there: the guarantee goes to the hospital now. Our doctor on call rings you within the hour.\n\n{{agent.name}}",
  },
  {
    name: "Fuite : oui ou non / was I in it",
    fr: "Bonjour {{contact.name}},\n\nVérifié à l’instant : votre nom et votre adresse, oui ; votre carte bancaire, non. Vous n’avez rien à faire, sinon vous méfier de qui appellerait en notre nom.\n\n{{agent.name}}",
    en: "Hello {{contact.name}},\n\nChecked just now: your name and address, yes; your bank card, no. Nothing to do, but beware of anyone ringing in our name.\n\n{{agent.name}}",
  },
]

interface ArticleText {
  title: string
  body: string
}

/** What the company knows, each by whom, for whom, and how long ago it was written. */
export const ARTICLES: readonly {
  by: string
  audience: "internal" | "public"
  days: number
  review: number
  tags: readonly string[]
  fr: ArticleText
  en: ArticleText
}[] = [
  {
    by: "moussa",
    audience: "public",
    days: 6,
    review: 90,
    tags: ["line"],
    fr: {
      title: "Voyant orange fixe : le téléphone ne marche plus",
      body: "Le voyant orange dit que la box a perdu son numéro de téléphone, pas la ligne. Internet continue.\n\n1. Débranchez le combiné, pas la box.\n2. Appuyez cinq secondes sur le bouton **Tel**, à l’arrière.\n3. Attendez deux minutes, puis rebranchez.\n\nSi le voyant reste orange, écrivez-nous : nous le refaisons d’ici, sans que vous montiez sur une chaise.",
    },
    en: {
      title: "Steady orange light: the phone is dead",
      body: "The orange light means that the box has lost its telephone number, not the line. The internet goes on.\n\n1. Unplug the handset, not the box.\n2. Hold the **Tel** button at the back for five seconds.\n3. Wait two minutes, then plug it in again.\n\nIf the light stays orange, write to us: we’ll do it from here.",
    },
  },
  {
    by: "lea",
    audience: "internal",
    days: 210,
    review: -12,
    tags: ["delivery", "refund"],
    fr: {
      title: "Le transporteur dit « livré », le client dit non",
      body: "Croire le client d’abord. Demander au transporteur la preuve : rue, signature, photo. La rue diffère ? Nouveau bouquet le jour même, remboursement de la livraison.\n\nJamais « le suivi indique que ». Le client sait ce que dit le suivi.\n\nAu-delà de deux jours de silence, le dossier passe à une responsable.",
    },
    en: {
      title: "The courier says “delivered”, the customer says no",
      body: "Believe the customer first. Ask the courier for proof: street, signature, photo. Another street? A fresh bouquet the same day, delivery refunded.\n\nNever “tracking says”. They know what tracking says.\n\nAfter two days of silence the case goes to a lead.",
    },
  },
  {
    by: "odile",
    audience: "public",
    days: 400,
    review: 30,
    tags: ["delivery"],
    fr: {
      title: "Faire durer un bouquet",
      body: "Recoupez les tiges en biais, au couteau. Eau à température de la pièce, à mi-vase, changée tous les deux jours. Ni soleil, ni fruits à côté, ni courant d’air.\n\nLes hortensias boivent par les pétales : une nuit la tête dans l’eau les réveille. On les taille en mars.",
    },
    en: {
      title: "Making a bouquet last",
      body: "Cut the stems at a slant, with a knife. Water at room temperature, half the vase, changed every other day. No sun, no fruit beside it, no draught.\n\nHydrangeas drink through their petals: a night head down in water wakes them. Prune them in March.",
    },
  },
  {
    by: "claire",
    audience: "internal",
    days: 95,
    review: 60,
    tags: ["claim", "urgent"],
    fr: {
      title: "Accident à l’étranger : les dix premières minutes",
      body: "Où, qui, conscient ou non, quel hôpital. La famille d’abord, toujours.\n\nGarantie de paiement jusqu’à 8 000 € sans demander ; au-delà, le médecin chef.\n\nNote dans le dossier avec l’heure **de là-bas**. Pas d’appel chez eux avant 8 h, sauf la famille.",
    },
    en: {
      title: "Accident abroad: the first ten minutes",
      body: "Where, who, conscious or not, which hospital. The family first, always.\n\nPayment guarantee up to £7,000 without asking; above, the chief doctor.\n\nA note with the time **over there**. No call before 8 their time, but for the family.",
    },
  },
  {
    by: "ines",
    audience: "public",
    days: 52,
    review: 120,
    tags: ["consent"],
    fr: {
      title: "Recevoir moins de lettres, ou aucune",
      body: "Le lien au bas de chaque lettre arrête tout en un clic. La page d’après propose : une par mois, un autre canal, d’autres heures. Rien n’est obligatoire et rien ne vous sera redemandé.",
    },
    en: {
      title: "Fewer letters, or none",
      body: "The link at the foot of each letter stops them all in one click. The page that follows offers once a month, another channel, other hours. Nothing is required and you won’t be asked again.",
    },
  },
  {
    by: "helene",
    audience: "internal",
    days: 30,
    review: 150,
    tags: ["refund"],
    fr: {
      title: "Prélevé deux fois : que vérifier",
      body: "Voir la série du jour dans Comptes : si plus de trois cas, c’est la série. Rembourser sans attendre la banque. Écrire le jour exact où l’argent revient, jamais « sous quelques jours ».",
    },
    en: {
      title: "Charged twice: what to check",
      body: "Look at the day’s run in Accounts: more than three cases and it’s the run. Refund without waiting for the bank. Write the exact day the money is back, never “in a few days”.",
    },
  },
]

/** What customers add to how they were served. */
export const PRAISE_AND_BLAME: Record<"good" | "bad", Record<"fr" | "en", readonly string[]>> = {
  good: {
    fr: ["Rapide et humain.", "Une vraie personne, merci.", "Rien à redire.", ""],
    en: ["Quick and kind.", "A real person, thank you.", "Couldn’t fault it.", ""],
  },
  bad: {
    fr: ["Trois messages pour une réponse.", "On ne m’a jamais rappelé.", "Réponse toute faite.", ""],
    en: ["Three messages for one answer.", "Nobody rang back.", "A stock reply.", ""],
  },
}
