export const signIn = {
  "signIn.byLink": "Recevoir plutôt un lien par courriel",
  "signIn.byPassword": "Utiliser plutôt un mot de passe",
  "signIn.code": "Code",
  "signIn.codeHelp": "Les six chiffres de votre téléphone, ou l’un de vos codes de secours.",
  "signIn.do": "Se connecter",
  "signIn.line": "Chaque client, où qu’il parle.",
  "signIn.linkSent": "Si {email} est bien l’une des nôtres, un lien arrive. Il ne sert qu’une fois.",
  "signIn.otherWay": "Une autre manière",
  "signIn.passkey": "Se connecter avec une clé d’accès",
  "signIn.passkeyNot": "La clé d’accès n’a pas servi. Réessayez, ou prenez une autre voie.",
  "signIn.sendLink": "Envoyer le lien",
  "signIn.sso": "Se connecter avec {name}",
  "welcome.explain":
    "Vous êtes entré par un lien qui ne sert qu’une fois. Choisissez comment entrer la prochaine fois, ou gardez les liens par courriel. Tout cela se change dans « Mon compte ».",
  "welcome.links": "Garder les liens par courriel",
  "welcome.title": "Bienvenue, {name}",
} as const
