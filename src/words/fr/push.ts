/** What browsers are told while no desk is open. */
export const push = {
  "push.endpoint": "L’adresse d’un service de notification en https",
  "push.keys": "Les clés que le navigateur a données avec son abonnement",
  "push.notFound": "Vous n’avez pas de tel navigateur",
  "push.test.title": "Vigie vous atteint ici",
  "push.test.body": "Voilà comment vous êtes prévenu quand aucun bureau n’est ouvert.",
} as const
