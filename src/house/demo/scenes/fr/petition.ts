/** A hundred thousand signatures, in French. */
export const fr = {
  author: { name: "Maryvonne Lagadec", address: "maryvonne.lagadec@grandlarge.example" },
  title: "Pétition : gardez les comptoirs des ports",
  letter:
    "À Goéland,\n\nVous comptez fermer au printemps onze comptoirs de port. J'ai demandé aux sociétaires de signer contre ; ils étaient quarante le premier matin. J'écrirai à tous ceux qui signent, et je leur dirai honnêtement ce que vous répondez.\n\nJ'aimerais mieux avoir une bonne nouvelle.\n\nMaryvonne Lagadec, Granville, sociétaire depuis 1998",
  adviser: "soazig",
  decision:
    "Un seul dossier, si nombreux soient-ils. Personne n'a de réponse toute faite ; chacun aura la réponse, dans son fil, quand il y en aura une.",
  promise: "Une réponse du bureau à tous ceux qui ont signé",
  signs: "Je signe : gardez les comptoirs",
  signed: [
    "Je signe. Le comptoir de Granville est [le seul endroit où l'on me parle|à dix minutes à pied, l'autre à une heure de car].",
    "Je soutiens la pétition. [Ma mère n'a pas d'ordinateur|On n'est pas tous connectés].",
    "Signée, et partagée [au club|à l'école|au marché].",
  ],
  thanks:
    "Bonjour,\n\nVotre signature est dans le dossier, avec vos mots. Le bureau répond à tous en même temps, chacun dans son fil : vous lirez la réponse ici.",
  many: "Nous avons passé 175 000 ce soir. Je vais écrire à tous ceux qui ont signé. J'aimerais pouvoir leur dire ce que vous avez répondu.\n\nMaryvonne Lagadec",
}
