import type { places as english } from "../en/places.ts"
import type { Sentence } from "../index.ts"

/** Ce qui se dit des lieux qui demandent plus qu’une adresse : leurs clés, leur accord, leur prix. */
export const places = {
  "listening.kind.threads": "Threads",
  "listening.kind.instagram": "Instagram",
  "listening.kind.facebook": "Page Facebook",
  "listening.kind.x": "X",
  "listening.kind.google-business": "Avis sur Google (fiche d’établissement)",
  "listening.source.badAccount": "Le numéro du compte n’a que des chiffres : ce qui suit accounts/ dans l’API.",
  "listening.source.badLocation": "Le numéro d’un établissement n’a que des chiffres : ce qui suit locations/ dans l’API.",
  "listening.source.badGoogleKey":
    "Donnez soit l’identifiant et le secret du client avec le jeton d’actualisation, soit l’adresse et la clé privée d’un compte de service.",
  "listening.source.badMetaAccount":
    "Ce n’est pas le numéro d’un compte ou d’une page tel que l’API de Meta le connaît : des chiffres seulement.",
  "listening.source.badHandle": "Un nom n’a que des lettres, des chiffres, des points et des tirets bas, avec ou sans @.",
  "listening.source.badAppSecret": "La clé secrète de l’app se trouve sous « Paramètres › Général » et compte 32 caractères.",
  "listening.source.badVerify": "Choisissez un mot d’au moins 8 caractères ; vous donnerez le même chez Meta.",
  "listening.source.noWords": "Écrivez au moins un mot.",
  "listening.source.badLanguage": "Les langues s’écrivent en deux ou trois lettres minuscules : fr, en.",
  "listening.source.badMoney": "Ce n’est pas un montant plausible en dollars.",
  "listening.source.badMost": "X montre dix publications au moins : un mois doit pouvoir en apporter dix.",
  "listening.source.longQuery": "Le tout dépasse les 512 caractères que X accepte. Enlevez des mots, ou faites-en deux sources.",
  "listening.remark.newKey": "Il lui faut une nouvelle clé : celle qui est gardée a expiré ou a été retirée.",
  "listening.remark.googleApproval":
    "Google n’a pas encore accordé à ce projet l’API des fiches d’établissement, ou elle n’y est pas activée. Demandez-la ; la lecture reprendra d’elle-même.",
  "listening.remark.googleNotManager": "La personne qui a donné cette clé n’est ni propriétaire ni gestionnaire de cet établissement.",
  "listening.remark.noLocation": "Le compte n’a aucun de ces établissements, ou aucun qui soit validé.",
  "listening.remark.locationsLeftOut":
    "Non lus, car Google les refuse à cette clé ou le compte ne les a pas : {names}. Les autres établissements le sont.",
  "listening.remark.locationsMost":
    "Le compte a plus de {most} établissements : seuls les {most} premiers sont lus. Indiquez les numéros de ceux qui comptent, ou faites-en plusieurs sources.",
  "listening.remark.metaNotShown": {
    one: "Quelqu’un a cité le compte là où Meta ne le montre pas à cette clé (numéro {id}). Le reste a été lu.",
    other:
      "Le compte a été cité {count} fois là où Meta ne le montre pas à cette clé (la première porte le numéro {id}). Le reste a été lu.",
  },
  "listening.remark.metaPermission":
    "Meta n’a pas encore permis à cette app de lire cela : il manque une autorisation, ou l’examen de l’app. Demandez-la ; la lecture reprendra d’elle-même.",
  "listening.remark.metaAccount": "Meta ne connaît pas ce compte ou cette page, ou ne les montre pas à cette clé.",
  "listening.remark.xCredits": "X dit qu’il n’y a plus de crédits. Achetez-en dans sa console ; la lecture reprendra d’elle-même.",
  "listening.remark.budgetSpent":
    "Le budget du mois est dépensé : {posts} publications pour {spent} $ sur {budget} $. La lecture reprendra le premier du mois prochain, ou dès que le budget sera relevé.",
  "listening.remark.xWouldBring": {
    one: "{count} publication trouvée en sept jours. Un mois pareil coûterait environ {dollars} $ ; le budget est de {budget} $.",
    other: "{count} publications trouvées en sept jours. Un mois pareil coûterait environ {dollars} $ ; le budget est de {budget} $.",
  },
} satisfies Record<keyof typeof english, Sentence>
