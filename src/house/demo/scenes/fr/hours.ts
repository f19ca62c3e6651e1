/** Which channel, and when, in French. */
export const fr = {
  customer: { name: "Nathalie Guéguen", address: "n.gueguen@courriel.example" },
  timeZone: "Europe/Paris",
  subject: "Ne m'appelez plus à la clinique, s'il vous plaît",
  asks: "Bonjour,\n\nJe suis infirmière. Au travail je ne peux prendre ni appel ni message, et j'en ai eu trois. Écrivez-moi, après dix-huit heures, et je réponds le soir même. C'est pour le retour de mon routeur (GL-50874), rien d'urgent.\n\nNathalie Guéguen",
  adviser: "soazig",
  parcel: "GL-50874",
  routerSubject: "Retour du routeur GL-50874",
  router: "Pas de nouvelles de mon routeur, et personne ne m'a appelée : merci pour cela. Est-il arrivé ?\n\nNathalie",
  promise: "Nathalie apprend ce soir si son routeur est arrivé",
  arrived: "Routeur reçu au dépôt",
  depot: "Dépôt",
  offShift: "J'ai fini mon service : quand vous voulez ce soir, avant vingt-deux heures.\n\nNathalie",
}
