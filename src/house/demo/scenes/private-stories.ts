// Over 12 kB because a story is read whole, and these are told in one breath: what was said, when, by whom.
import type { Scene } from "./scene.ts"

const camille = { name: "Camille Rousseau", address: "camille.rousseau@courriel.example" }
const helene = { name: "Annick Vasseur", address: "annick.vasseur@grandlarge.example" }
const graham = { name: "Graham Pike", address: "graham.pike@inlet.example" }
const odette = { name: "Odette Fournier", address: "odette.fournier@boitemail.example" }
const ruth = { name: "Beatrice Coombes", address: "b.coombes@post.example" }
const perrine = { name: "Perrine Aubert", address: "perrine.aubert@courriel.example" }

/** Stories of one person and one case. */
export const PRIVATE_STORIES: readonly Scene[] = [
  {
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
        change: { owner: "gwenn", tags: ["delivery"], fields: { order: "GF-20418", shore: "France", member: true } },
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
  },
  {
    key: "rider",
    story: 2,
    steps: [
      {
        at: [3, "23:14"],
        mail: {
          from: { name: "Sally Marsh", address: "sally.marsh@post.example" },
          to: "escale",
          subject: "URGENT - my brother, accident in Mongolia",
          text: "My brother Theo Marsh (Goéland member, travel cover) has come off his motorbike near Tsetserleg. Leg, maybe pelvis. He is in a district clinic, no scan there. I am in Poole and I can't reach anyone on the phone.\n\nPlease ring me, any hour: 07700 900518.\n\nSally",
        },
      },
      {
        at: [3, "23:19"],
        by: "maggie",
        change: {
          owner: "maggie",
          priority: "urgent",
          tags: ["claim", "urgent"],
          fields: { order: "GE-77120", shore: "England", member: true },
        },
      },
      {
        at: [3, "23:24"],
        by: "maggie",
        answer:
          "Hello Sally,\n\nWe have him. Dr Ndiaye is on the line with the clinic and will ring you within the hour. You pay nothing and sign nothing there.\n\nMaggie Thorne",
      },
      { at: [3, "23:25"], by: "maggie", promise: "Doctor rings Sally within the hour", due: [2, "00:25"] },
      {
        at: [2, "02:40"],
        by: "idris",
        note: "Clinic: closed fracture of the femur, stable. Helicopter from Ulaanbaatar at first light, scan there. It is 9.40 in the morning over there.",
      },
      { at: [2, "09:05"], by: "claire", decide: "Air transfer to Ulaanbaatar authorised, up to £18,000. Family told first, always." },
      {
        at: [1, "14:30"],
        mail: {
          from: { name: "Sally Marsh", address: "sally.marsh@post.example" },
          to: "escale",
          text: "Dr Ndiaye has been wonderful. Theo is in Ulaanbaatar, scan done, surgery tomorrow. He says the view from the helicopter was worth the leg. I could kill him.\n\nSally",
        },
      },
      {
        at: 190,
        in: "post",
        mail: {
          from: { name: "Veille Goéland", address: "watch@alerte.example" },
          to: "presse",
          subject: "Mention of Goéland: 214 shares, tone unclear",
          text: "A public post by “theo_on_two_wheels”, 23 minutes old:\n\n“Mountain: 1. Theo: 0. Flown out over the steppe like a parcel, scanned like luggage. @goeland_coop knows where to send the bill. ”\n\nPicture: a valley, a stretcher. No complaint found. Followers: 41,200.\n\n(Forwarded by the watch; answers to this address are read by nobody at the network.)",
        },
      },
      {
        at: 180,
        in: "post",
        by: "jonas",
        note: "A rider, a mountain, a scan, our name. No complaint, but it's taking off. Is this one of ours? Asking Escale before anybody answers.",
      },
      { at: 170, in: "post", by: "jonas", link: "main", kind: "related" },
      {
        at: 168,
        by: "maggie",
        note: "That's Theo Marsh, GE-77120. Same valley, same night, “scan”. His sister confirms the handle. Don't say anything in public that says he is ours.",
      },
    ],
    next: [
      [
        {
          mail: {
            from: { name: "Sally Marsh", address: "sally.marsh@post.example" },
            to: "escale",
            text: "Out of surgery, all well. He asks whether somebody could answer his post, he'd find it funny. Up to you.\n\nSally",
          },
        },
      ],
      [
        {
          in: "post",
          by: "jonas",
          decide:
            "We don't name him as a customer. One warm line in public, no medical word, after the surgery, with his consent in writing. Claire and Camille agree.",
        },
      ],
    ],
  },
  {
    key: "nowhere",
    story: 5,
    steps: [
      {
        at: [1, "20:32"],
        mail: {
          from: graham,
          to: "hello",
          subject: "Your Christmas offers, and a 550",
          text: "I never asked for “Christmas by the Sea, 20% off hampers”. It says “Questions? Just reply”. I did. This came back:\n\n550 5.1.1 <noel-offers@goeland.example>: User unknown\n\nSo, by the only door I found open: who gave you my address?\n\nGraham Pike",
        },
      },
      {
        at: [1, "20:33"],
        fact: {
          kind: "other",
          state: "mailed",
          reference: "NOEL-1",
          text: "Sent “Christmas by the Sea” by the campaign tool",
          source: "Lettres & Offres",
        },
      },
      {
        at: 300,
        by: "ewan",
        note: "The offers went out with a reply address that doesn't exist. Vigie wouldn't have sent them; the old tool did. Where we had his address from: not in our records.",
      },
      { at: 298, by: "ewan", change: { owner: "ewan", tags: ["consent", "christmas"], priority: "high" } },
    ],
    next: [
      [
        {
          mail: {
            from: graham,
            to: "hello",
            text: "Another one this morning. “We miss you, Graham”. I have yet to meet you.\n\nGraham Pike",
            subject: "“We miss you, Graham”",
          },
          in: "again",
        },
      ],
    ],
  },
  {
    key: "less",
    story: 6,
    steps: [
      {
        at: [3, "09:41"],
        mail: {
          from: odette,
          to: "fleurs",
          subject: "Vos lettres : deux fois par semaine, c'est trop",
          text: "Bonjour,\n\nJ'aime vos fleurs et votre lettre, surtout les conseils pour les hortensias. Mais deux fois par semaine, je n'ouvre plus. Retirez-moi, s'il vous plaît. Ou alors une par mois, si cela existe ?\n\nOdette Fournier",
        },
      },
      { at: [3, "10:20"], by: "odile", change: { owner: "odile", tags: ["consent", "subscription"] } },
      {
        at: [3, "10:24"],
        by: "odile",
        answer:
          "Bonjour Odette Fournier,\n\nC'est fait : une lettre par mois, la prochaine le premier jeudi de décembre. Si vous préférez tout arrêter, un mot suffit, et ce sera définitif.\n\nOdile Samzun",
      },
      { at: [3, "10:26"], by: "odile", decide: "Proposer « moins souvent » à qui veut partir : trois sur dix restent (novembre)." },
      { at: [3, "10:30"], by: "odile", close: true },
    ],
    next: [
      [
        {
          mail: {
            from: odette,
            to: "fleurs",
            text: "Merci, une par mois, c'est très bien. Je vous rouvre pour une question : les hortensias, on les taille quand ?\n\nOdette Fournier",
          },
        },
      ],
    ],
  },
  {
    key: "hours",
    story: 7,
    steps: [
      {
        at: [4, "18:45"],
        mail: {
          from: ruth,
          to: "hello",
          subject: "Please stop ringing me at the clinic",
          text: "Hello,\n\nI'm a nurse. I can't take calls or messages at work, and I've had three. Write to me, after six in the evening, and I'll answer the same night. It's about my router return (GL-51190), nothing urgent.\n\nBeatrice Coombes",
        },
      },
      {
        at: [4, "19:10"],
        by: "tom",
        person: { name: "Beatrice Coombes", language: "en" },
        wishes: { channels: ["mail"], hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "18:00", to: "22:00" }], timeZone: "Europe/London" },
      },
      { at: [4, "19:12"], by: "tom", change: { owner: "nora", tags: ["line"] } },
      {
        at: [1, "19:30"],
        mail: {
          from: ruth,
          to: "hello",
          subject: "Router return GL-51190",
          text: "No news about my router, and nobody rang: thank you for that. Did it arrive?\n\nBeatrice",
        },
        in: "router",
      },
      { at: [1, "19:45"], in: "router", by: "tom", change: { owner: "nora", tags: ["line"] } },
    ],
    next: [
      [
        {
          in: "router",
          fact: { kind: "other", state: "received", reference: "GL-51190", text: "Router received at the depot", source: "Depot" },
        },
        {
          in: "router",
          late: 4,
          mail: {
            from: ruth,
            to: "hello",
            text: "I'm off shift now: whenever you like tonight, before ten.\n\nBeatrice",
          },
        },
      ],
    ],
  },
  {
    key: "madame",
    story: 8,
    steps: [
      {
        at: [2, "15:20"],
        mail: {
          from: helene,
          to: "bonjour",
          subject: "« Mademoiselle », à soixante-quatre ans",
          text: "Bonjour,\n\nVotre courrier s'adresse à « Mademoiselle Vasseur ». J'ai soixante-quatre ans, je ne me suis jamais mariée et je m'en porte bien. Votre formulaire refuse « Madame » sans nom d'épouse !\n\nAppelez-moi Madame. Et si votre ordinateur ne veut pas, appelez-moi Annick Vasseur.\n\nAnnick Vasseur, Lorient",
        },
      },
      { at: [2, "15:52"], by: "ines", person: { salutation: "Madame Vasseur", grammar: "feminine", familiarity: "vous" } },
      {
        at: [2, "15:55"],
        by: "ines",
        answer:
          "Madame Vasseur,\n\nC'est corrigé partout : fleurs, ligne, courriers. Vous avez raison, et merci de l'avoir dit avec humour. Le formulaire ne demandera plus rien de ce genre.\n\nInès Belkacem",
      },
      { at: [2, "15:58"], by: "ines", change: { owner: "ines" } },
    ],
    next: [[{ mail: { from: helene, to: "bonjour", text: "Madame Vasseur vous remercie. Elle se sent rajeunie.\n\nAnnick Vasseur" } }]],
  },
  {
    key: "knowledge",
    story: 9,
    steps: [
      {
        at: [6, "11:30"],
        mail: {
          from: perrine,
          to: "fil",
          subject: "Voyant orange fixe après la mise à jour",
          text: "Bonjour,\n\nDepuis la mise à jour de jeudi, le voyant de la box reste orange fixe et je n'ai plus de téléphone. Internet va bien.\n\nPerrine Aubert",
        },
      },
      { at: [6, "12:10"], by: "moussa", change: { owner: "moussa", tags: ["line"] } },
      {
        at: [6, "12:14"],
        by: "moussa",
        answer:
          "Bonjour Perrine Aubert,\n\nCe voyant dit que la box a perdu son numéro de téléphone, pas la ligne. Trois gestes, dans cet ordre :\n\n1. débranchez le combiné, pas la box ;\n2. appuyez cinq secondes sur le bouton « Tel » à l'arrière ;\n3. attendez deux minutes, puis rebranchez.\n\nSi le voyant reste orange, répondez-moi : je le refais d'ici.\n\nMoussa Traoré",
      },
      { at: [6, "13:02"], mail: { from: perrine, to: "fil", text: "Vert ! Vous devriez mettre ça sur votre site.\n\nPerrine" } },
      { at: [6, "13:10"], by: "moussa", close: true },
      {
        at: 95,
        in: "again",
        mail: {
          from: { name: "Yvonne Kervella", address: "yvonne.kervella@ajonc-net.example" },
          to: "fil",
          subject: "lumière orange sur la box et plus de telephone",
          text: "bonjour la lumiere de la box est orange et le telephone ne marche plus depuis jeudi. internet ça va. j'ai 81 ans et je ne veux pas monter sur une chaise\n\nyvonne kervella",
        },
      },
      { at: 88, in: "again", by: "yann", change: { owner: "nora", tags: ["line"] } },
    ],
    next: [
      [
        {
          in: "third",
          mail: {
            from: { name: "Karim Benali", address: "k.benali@courriel.example" },
            to: "fil",
            subject: "Box : voyant orange depuis jeudi",
            text: "Bonjour, même problème que ma voisine Mme Kervella : voyant orange, plus de téléphone. Vous auriez la manip ?\n\nKarim",
          },
        },
      ],
    ],
  },
]
