export const firstRun = {
  "cli.figuresRecount": "Recompte tous les chiffres à partir des dossiers.",
  "cli.figuresRecounted": "Tous les dossiers sont recomptés.",
  "house.firstMail.subject": "Mon premier dossier",
  "house.firstMail.text":
    "Bonjour,\n\nvoici le premier message de notre Vigie. Si je le lis au bureau, c’est que le courrier arrive et devient un dossier.\n\nRépondez-moi, écrivez une note, confiez-le à quelqu’un, réglez-le : rien ne peut casser.\n\n{name}",
  "house.firstMail.noAddress": "Donnez-vous d’abord une adresse, à la page « Mon compte ».",
  "house.relayTrial.none":
    "Aucun relais n’est réglé, donc rien ne part : les réponses sont retenues jusque-là. Démarrez Vigie avec VIGIE_RELAY, par exemple smtps://utilisateur:motdepasse@smtp.example.com.",
  "house.relayTrial.subject": "Le courrier part",
  "house.relayTrial.text": "Bonjour {name},\n\nsi vous lisez ceci, ce qui s’écrit au bureau de {company} part et arrive.",
  "house.relayTrial.sent": "Le relais l’a pris. Regardez dans la boîte de {address}, et parmi les indésirables.",
  "house.relayTrial.refused":
    "Le relais l’a refusé, dans les mots ci-dessous. Le plus souvent il veut un utilisateur et un mot de passe, ou ne connaît pas l’adresse de votre boîte comme expéditeur ({address} l’aurait reçu).",
  "house.relayTrial.deferred": "Le relais demande de revenir plus tard, dans les mots ci-dessous ; {address} n’a encore rien reçu.",
  "house.relayTrial.uncertain": "La connexion a rompu à la fin : {address} l’a peut-être reçu, peut-être pas.",
  "house.relayTrial.unreachable":
    "Le relais est injoignable, rien n’est parti vers {address}. Vérifiez le nom et le port dans VIGIE_RELAY, et si votre hébergeur bloque le port 25 ou 587.",
  "mail.dns.right.mx": "Le courrier pour {domain} arrive ici.",
  "mail.dns.right.spf": "Il permet à {host}, ou à votre relais, d’envoyer au nom de {domain}.",
  "mail.dns.right.dkim": "Le courrier de {domain} est signé, et la clé pour le vérifier est publiée.",
  "mail.dns.right.dmarc": "Il dit aux autres que faire du courrier qui prétend seulement venir de {domain}.",
  "mail.dns.missing.mx":
    "Pas d’enregistrement MX : le courrier pour {domain} ne va nulle part. Ajoutez celui-ci, ou relevez une boîte ailleurs par IMAP.",
  "mail.dns.missing.spf": "Pas d’enregistrement SPF : beaucoup de serveurs prendront vos réponses pour indésirables. Ajoutez celui-ci.",
  "mail.dns.missing.dkim":
    "La clé n’est pas encore publiée : les signatures ne peuvent être vérifiées. Ajoutez cet enregistrement ; il est vu en quelques minutes ou heures.",
  "mail.dns.missing.dmarc":
    "Pas d’enregistrement DMARC. Les grands fournisseurs en demandent un. Celui-ci ne fait qu’observer, sans risque.",
  "mail.dns.why.mx.elsewhere":
    "Le courrier pour {domain} va à un autre serveur. S’il doit continuer, relevez cette boîte par IMAP ; sinon, mettez {host} à sa place.",
  "mail.dns.why.mx.null": "Cet enregistrement dit que {domain} ne reçoit aucun courrier. Remplacez-le.",
  "mail.dns.why.spf.two": "Il y a deux enregistrements SPF ; alors aucun ne compte. N’en faites qu’un.",
  "mail.dns.why.spf.not-included":
    "Il ne nomme pas ce qui envoie vos réponses. Ajoutez-le avant le dernier mot (« all ») de l’enregistrement en place.",
  "mail.dns.why.spf.refuses-nobody": "Il finit par « +all » : tout le monde peut envoyer en votre nom. Écrivez plutôt « ~all ».",
  "mail.dns.why.dkim.other-key": "Une autre clé s’y trouve : ce qui est signé ici échouera. Remplacez-la par celle-ci.",
  "mail.dns.why.dkim.revoked": "La clé y est vide, c’est-à-dire révoquée. Remplacez-la par celle-ci.",
  "mail.dns.why.dmarc.two": "Il y a deux enregistrements DMARC ; alors aucun ne compte. Gardez-en un.",
  "mail.dns.why.dmarc.no-policy": "Il ne nomme aucune consigne (p=none, p=quarantine ou p=reject), donc il ne compte pas.",
  "mail.dns.why.dns.unreachable": "Personne n’a répondu à l’instant. Cela ne dit rien de l’enregistrement ; réessayez.",
  "mail.mailbox.hint.google":
    "Google n’accepte pas le mot de passe du compte pour un programme : créez un « mot de passe d’application » (il faut la connexion en deux étapes) et donnez celui-là.",
  "mail.mailbox.hint.microsoft":
    "Microsoft a coupé les mots de passe pour IMAP dans la plupart des comptes. Faites plutôt suivre le courrier à l’adresse de cette boîte.",
  "mail.mailbox.hint.apple": "iCloud demande un « mot de passe pour application », créé à la page de votre compte Apple.",
  "mail.mailbox.hint.yahoo": "Yahoo demande un « mot de passe d’application », créé à la page de sécurité du compte.",
} as const
