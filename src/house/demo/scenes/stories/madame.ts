import type { Scene } from "../scene.ts"

const annick = { name: "Annick Vasseur", address: "annick.vasseur@grandlarge.example" }

/** Call me Madame. */
export const madame: Scene = {
  key: "madame",
  story: 8,
  steps: [
    {
      at: [2, "15:20"],
      mail: {
        from: annick,
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
    { at: [2, "15:58"], by: "ines", change: { owner: "ines", tags: ["story"] } },
  ],
  next: [[{ mail: { from: annick, to: "bonjour", text: "Madame Vasseur vous remercie. Elle se sent rajeunie.\n\nAnnick Vasseur" } }]],
}
