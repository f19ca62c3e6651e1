/** Call me Madame, in French. */
export const fr = {
  customer: { name: "Annick Vasseur", address: "annick.vasseur@grandlarge.example" },
  subject: "« Mademoiselle », à soixante-quatre ans",
  asks: "Bonjour,\n\nVotre courrier s'adresse à « Mademoiselle Vasseur ». J'ai soixante-quatre ans, je ne me suis jamais mariée et je m'en porte bien. Votre formulaire refuse « Madame » sans nom d'épouse !\n\nAppelez-moi Madame. Et si votre ordinateur ne veut pas, appelez-moi Annick Vasseur.\n\nAnnick Vasseur, Lorient",
  adviser: "ines",
  person: { salutation: "Madame Vasseur", grammar: "feminine", familiarity: "vous" },
  answer:
    "Madame Vasseur,\n\nC'est corrigé partout : fleurs, ligne, courriers. Vous avez raison, et merci de l'avoir dit avec humour. Le formulaire ne demandera plus rien de ce genre.\n\nInès Belkacem",
  thanks: "Madame Vasseur vous remercie. Elle se sent rajeunie.\n\nAnnick Vasseur",
}
