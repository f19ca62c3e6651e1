export const writing = {
  "writing.off": "Cette aide est désactivée. Un administrateur peut l’activer dans Réglages, Aide à la rédaction.",
  "writing.notFound": "Cette proposition n’est pas la vôtre, ou n’existe pas.",
  "writing.nothingTyped": "Écrivez d’abord quelque chose : cette aide travaille sur vos propres mots.",
  "writing.baseUrl": "Donnez l’adresse seule, par exemple https://modeles.example/v1, sans nom, mot de passe ni question.",
  "writing.keyAgain": "L’adresse a changé : saisissez à nouveau la clé, pour qu’elle ne parte pas là où elle n’a pas été donnée.",
  "writing.linkLeftOut": "[lien retiré]",
  "writing.works": "Il répond.",
  "writing.failed.unreachable": "Le service d’aide à la rédaction est injoignable. Votre texte est intact.",
  "writing.failed.slow": "Le service d’aide à la rédaction a été trop lent. Réessayez, ou écrivez sans lui.",
  "writing.failed.too-large": "Le service d’aide à la rédaction a répondu plus que personne ne pourrait lire. Il a été arrêté.",
  "writing.failed.address":
    "L’adresse du service n’est pas de celles que Vigie peut appeler. Une adresse de votre propre réseau s’autorise par VIGIE_ALLOW_PRIVATE.",
  "writing.failed.key":
    "Le service d’aide à la rédaction n’accepte pas la clé. Un administrateur peut la saisir à nouveau dans les réglages.",
  "writing.failed.model":
    "Le service d’aide à la rédaction ne connaît pas cette adresse ou ce modèle. Un administrateur peut les corriger dans les réglages.",
  "writing.failed.busy": "Le service d’aide à la rédaction a trop à faire, ou votre quota est épuisé. Réessayez dans un moment.",
  "writing.failed.refused": "Le service d’aide à la rédaction n’a pas voulu répondre à cela.",
  "writing.failed.unreadable": "Le service d’aide à la rédaction a répondu sous une forme illisible.",
  "writing.failed.cut": "Seul le début est arrivé : le texte est trop long pour le service. Votre texte est intact.",
  "writing.failed.stopped": "Arrêté.",
} as const
