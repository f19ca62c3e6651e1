import type { places as english } from "../../en/desk/places.ts"
import type { Sentence } from "../../fill.ts"

/** Les lieux qui se paient, s’enregistrent ou s’accordent : ce que demandent leurs formulaires, et ce qu’ils coûtent. */
export const places = {
  "listen.setting.account": "Numéro du compte",
  "listen.setting.page": "Numéro de la page",
  "listen.setting.handle": "Nom, comme dans @nom",
  "listen.setting.locations": "Numéros des établissements",
  "listen.setting.information": "Où l’on demande ses établissements",
  "listen.setting.profiles": "Où l’on demande les noms",
  "listen.setting.appSecret": "Clé secrète de l’app",
  "listen.setting.verify": "Mot de vérification",
  "listen.setting.client_id": "Identifiant du client",
  "listen.setting.client_secret": "Secret du client",
  "listen.setting.refresh_token": "Jeton d’actualisation",
  "listen.setting.x.words": "Mots",
  "listen.setting.threads.words": "Mots",
  "listen.setting.without": "Mais pas",
  "listen.setting.languages": "Langues",
  "listen.setting.reposts": "Les reprises aussi",
  "listen.setting.budget": "Budget d’un mois, en dollars",
  "listen.setting.most": "Publications par mois, au plus",
  "listen.setting.price": "Prix d’une publication, en dollars",
  "listen.setting.names": "Lire aussi le nom des personnes (chacun se paie)",
  "listen.setting.namePrice": "Prix d’un nom, en dollars",
  "listen.setting.recheck": "Entendre les suppressions : redemander chaque jour les cent dernières publications (chacune se paie)",
  "listen.help.google-business.locations": "Un par ligne. Si rien n’est écrit, tous ceux du compte sont lus.",
  "listen.help.google-business.client_id": "Soit ces trois-là, soit un compte de service plus bas.",
  "listen.help.threads.words":
    "Un par ligne. Meta doit avoir permis à cette app de chercher ; sans cela, seules vos propres publications sont trouvées.",
  "listen.help.x.words":
    "Un par ligne : des mots, plusieurs mots à la suite, des #mots-dièse, des @noms. Toute publication qui en contient un est lue.",
  "listen.help.x.languages": "Une par ligne, comme fr ou en. Si rien n’est écrit, toutes.",
  "listen.help.x.budget": "Rien n’est lu qui coûterait davantage. Fixez aussi une limite dans la console de X.",
  "listen.help.x.most": "Si rien n’est écrit, autant que le budget en paie.",
  "listen.help.x.price": "Comme l’affiche la console de X ; un demi-centime en 2026.",
  "listen.help.verify": "Vous le choisissez, et le donnez à Meta avec l’adresse que la page de cette source affichera.",
  "listen.source.pushUrl": "Adresse à enregistrer",
  "listen.source.pushUrlHelp":
    "À donner à la plateforme comme adresse de rappel, avec le mot de vérification. Ce qu’elle transmet est entendu aussitôt.",
  "listen.source.spent": "Dépensé ce mois-ci",
  "listen.source.spentWords": "{spent} sur {budget}, pour {count} publications. Le mois suivant commence le {begins}.",
  "listen.source.spentMost": "{spent} sur {budget}, pour {count} publications sur {most}. Le mois suivant commence le {begins}.",
  "listen.source.state.spent": "budget dépensé",
  "listen.source.costs": "se paie à la pièce",
} satisfies Record<keyof typeof english, Sentence>
