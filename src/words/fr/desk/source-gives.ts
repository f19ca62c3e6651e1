import type { sourceGives as english } from "../../en/desk/source-gives.ts"
import type { Sentence } from "../../fill.ts"

/** Ce qu’une personne indique d’un lieu pour qu’il soit entendu, et où elle le trouve. */
export const sourceGives = {
  "listen.gives.feed": "L’adresse d’un flux, ou d’une page qui en nomme un.",
  "listen.gives.bluesky": "Rien n’est nécessaire : le réseau dit de lui-même tout ce qui est public.",
  "listen.gives.mastodon":
    "L’adresse du serveur, et un jeton qui permet de lire (read:statuses) : un compte de ce serveur en crée un, sous Préférences › Développement.",
  "listen.gives.page":
    "La page est regardée de temps en temps, si son robots.txt le permet aux programmes : ce qui y est nouveau est entendu, ce qui en part aussi.",
  "listen.gives.discourse":
    "L’adresse du forum. Seulement s’il n’est pas ouvert à tous, une clé, et au nom de qui elle lit : les administrateurs du forum la créent.",
  "listen.gives.lemmy": "L’adresse du serveur ; une communauté, si elle seule importe.",
  "listen.gives.hacker-news": "Des mots, si eux seuls importent.",
  "listen.gives.threads":
    "Le numéro et le nom du compte, et d’une app de Meta le jeton et la clé secrète. Meta doit autoriser l’app. Une fois la source ajoutée, sa page montre l’adresse à y inscrire.",
  "listen.gives.instagram":
    "Le numéro et le nom d’un compte professionnel, et d’une app de Meta le jeton et la clé secrète. Meta doit autoriser l’app. Une fois la source ajoutée, sa page montre l’adresse à y inscrire.",
  "listen.gives.facebook":
    "Le numéro de la page, et d’une app de Meta le jeton et la clé secrète. Meta doit autoriser l’app. Une fois la source ajoutée, sa page montre l’adresse à y inscrire.",
  "listen.gives.x":
    "Des mots, ce qu’un mois peut coûter, et un jeton de la console de X. Chaque publication lue coûte ce que dit la console ; aucun mois ne coûte plus que son budget.",
  "listen.gives.google-business":
    "Le numéro du compte qui possède ou gère la fiche, et soit un client OAuth avec un jeton d’actualisation, soit un compte de service qui en est gestionnaire. Google autorise chaque projet à la main.",
  "listen.gives.google-play": "Le paquet de l’app, comme com.example.app, et la clé d’un compte de service invité dans la Play Console.",
  "listen.gives.app-store":
    "Le numéro de l’app, et une clé d’App Store Connect pour l’assistance : son émetteur, son identifiant, et la clé privée de son fichier.",
  "listen.gives.trustpilot": "L’identifiant de votre unité commerciale, et une clé d’API des pages de Trustpilot pour développeurs.",
  "listen.gives.youtube": "L’identifiant de la chaîne, qui commence par UC, et une clé d’API d’un projet Google qui a la YouTube Data API.",
  "listen.gives.other": "Ce qui désigne ce lieu ; il peut être essayé avant d’être gardé.",
} satisfies Record<keyof typeof english, Sentence>
