/** The rider in Mongolia, in French. */
export const fr = {
  post: {
    key: "titouan-montagne",
    by: "titouan_a_deux_roues",
    followers: 38_700,
    text: "Montagne : 1. Titouan : 0. Descendu de l'Altaï en hélicoptère comme un colis, passé au scanner comme une valise. @goeland_coop sait où envoyer la facture.",
    media: [{ url: "https://mouette.example/@titouan_a_deux_roues/altai.jpg", alt: "Un col, une civière, un hélicoptère" }],
  },
  sister: { name: "Katell Prigent", address: "katell.prigent@courriel.example" },
  subject: "URGENT - mon frère, accident en Mongolie",
  accident:
    "Mon frère Titouan Prigent (sociétaire Goéland, garantie voyage) est tombé à moto dans l'Altaï, près de Khovd. La jambe, peut-être le bassin. Il est dans un dispensaire, sans scanner. Je suis à Brest et personne ne répond au téléphone.\n\nRappelez-moi, à toute heure : 06 39 98 05 18.\n\nKatell",
  claim: { order: "GE-76904", shore: "France" },
  adviser: "salome",
  answer:
    "Bonjour Katell,\n\nNous l'avons trouvé. Le docteur Ndiaye est en ligne avec le dispensaire et vous rappelle dans l'heure. Vous ne payez rien, et il ne signe rien là-bas.\n\nSalomé Riou",
  promise: "Le médecin rappelle Katell dans l'heure",
  night: "idris",
  clinic:
    "Dispensaire : fracture fermée du fémur, stable. Hélicoptère vers Khovd au lever du jour, scanner là-bas, puis Oulan-Bator. Il est 8 h 40 chez eux.",
  transfer: "Transfert par air vers Oulan-Bator accordé, jusqu'à 21 000 €. La famille d'abord, toujours.",
  wonderful:
    "Le docteur Ndiaye a été formidable. Titouan est à Oulan-Bator, scanner fait, opération demain. Il dit que la vue de l'hélicoptère valait bien une jambe. Je vais le tuer.\n\nKatell",
  voice: "maelle",
  watch: {
    aim: "N'exposer personne",
    reason:
      "Un motard, une montagne, un scanner, notre nom. Aucune plainte, et cela monte. Est-il des nôtres ? On demande à Escale avant que quiconque réponde.",
  },
  isHe: "Le message est de Titouan, GE-76904 : même massif, même nuit, le scanner. Sa sœur confirme le compte. Ne rien dire en public qui dise qu'il est des nôtres.",
  surgery:
    "Sorti du bloc, tout va bien. Il demande si quelqu'un pourrait répondre à son message, cela le ferait rire. À vous de voir.\n\nKatell",
  speak: {
    aim: "Que lui et ceux qui le lisent se sentent vus",
    tone: "Chaleureux, une ligne",
    reason:
      "On ne le nomme pas comme client. Pas un mot médical, et après l'opération, avec son accord écrit. Claire et Camille sont d'accord.",
  },
}
