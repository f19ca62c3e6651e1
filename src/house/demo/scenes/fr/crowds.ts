import type { CrowdTalk } from "../crowd-talk.ts"

/** What many say at once, each in their own way, in French. */
export const fr: CrowdTalk = {
  outage: {
    subject: [
      "Plus internet à Larmor",
      "[Panne|Coupure] [générale|]?",
      "PLUS RIEN",
      "internet coupé",
      "Ligne morte",
      "Panne [à Larmor|à Ploemeur|à Guidel|rue du Port] ?",
    ],
    said: [
      "Plus d'internet depuis [dix minutes|19 h 38|tout à l'heure], [téléphone non plus|la télé non plus]. C'est [chez moi ou c'est général|vous ou moi] ?",
      "Bonsoir, plus rien à [Larmor|Ploemeur|Guidel], [les voisins non plus|toute la rue]. [Une estimation ?|Vous avez une heure ?]",
      "Ma mère a [une téléalarme|un respirateur relié] sur cette ligne. Plus de voyant depuis 19 h 40. [Rappelez-moi vite|C'est urgent].",
      "Je suis en [garde|astreinte] ce soir, sans ligne [je ne peux pas travailler|c'est grave]. Que se passe-t-il ?",
      "[Encore|Troisième fois cette année]. J'envoie ceci avec [mon téléphone|le partage du voisin]. [Remboursement ?|J'en ai assez.]",
      "Mes enfants ont [un devoir à rendre|un examen en ligne] [ce soir|demain 8 h]. [Merci de réparer|Dites-nous au moins quand].",
      "pas d'internet, box orange, [redémarré 3 fois|j'ai tout débranché]",
      "Nous tenons [une crêperie|un hôtel] : plus de terminal de paiement, la salle est pleine. [Que dit-on aux clients ?|Au secours.]",
    ],
    still: [
      "Rétabli pour tout le monde sauf moi. [Box orange|Toujours coupé]. Vous m'avez oublié ?",
      "Merci pour le mois offert, mais chez moi c'est toujours [lent|coupé]. [On est trois dans ce cas, impasse du Sémaphore.|]",
      "Ça remarche depuis 10 h 20, puis re-coupé ce matin.",
    ],
    answer:
      "Bonjour,\n\nUn câble a été arraché route de la Grève à 19 h 38 ; 4 180 lignes sont coupées, la vôtre comprise. Ce n'est pas votre box. Les équipes soudent ; retour prévu demain avant 11 heures. Si l'heure change, vous l'apprenez ici avant de le lire ailleurs.\n\nVous n'avez rien à faire.",
  },
  chair: {
    subject: ["Question pour jeudi", "[Ma question|Question] à la présidente", "60 heures"],
    said: [
      "Qui a voté le passage de 60 à 20 heures ? [Oui ou non suffit.|Je veux la date et le compte.]",
      "Les 60 heures étaient dans mon contrat de sociétaire. Où est [mon accord|l'avenant] ?",
      "Je vis à bord. Vingt heures, c'est [trois soirs|une semaine]. Que me conseillez-vous [pour les 27 autres jours|] ?",
      "Combien Goéland économise-t-il, exactement ? [Et pour financer quoi ?|]",
      "Y aura-t-il un tarif pour [les gens de mer|les pêcheurs] ?",
      "Pourquoi l'apprendre par [une affiche|un journal] ?",
      "Votre salaire baisse-t-il des deux tiers aussi ?",
    ],
    answer:
      "Bonjour,\n\nVotre question est reçue, avec vos mots. Elle sera posée jeudi, ou réunie à celles qui demandent la même chose. Si elle n'a pas de réponse en direct, vous en aurez une ici, au plus tard le lendemain 18 heures.",
  },
  leak: {
    subject: ["Ma carte Goéland", "Suis-je concerné ?", "Fuite de données"],
    said: [
      "J'ai une carte Goéland depuis 2012. [Suis-je dans le lot|Mon adresse a-t-elle été lue] ? Un oui ou un non, s'il vous plaît.",
      "Un ami dit que [vos données ont fuité|tout est dehors]. Faut-il [changer ma carte bancaire|faire opposition] ?",
      "Un inconnu m'a appelé avec mon nom et mon adresse, « de la part de Goéland ». C'était vous ?",
    ],
  },
}
