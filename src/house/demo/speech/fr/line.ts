import type { Talk } from "../topic.ts"

export const down: Talk = {
  subject: [
    "[Plus d'internet|Panne internet] [depuis {day}|depuis ce matin|]",
    "Connexion [coupée|instable] {line}",
    "[Fibre|Box] en panne",
    "Voyant [rouge|orange] sur la box",
    "Plus rien à {town}",
  ],
  story: [
    "Depuis [hier soir|ce matin|{day}] [je n'ai plus|nous n'avons plus] internet [ni téléphone|]. Le voyant de la {device} est [rouge|orange fixe|éteint]. J'ai [débranché, attendu, rebranché|redémarré trois fois], [rien|sans effet].",
    "La connexion [tombe|coupe] [dix fois par jour|toutes les vingt minutes|dès 18 h], [pile pendant mes visioconférences|au moment où les enfants rentrent]. Ligne {line}.",
    "Le débit est de {speed} Mb/s pour un contrat à [500|1000]. [Je télétravaille|Nous sommes quatre à la maison], [c'est invivable|ça devient pénible].",
    "Tout le [quartier|hameau|lotissement] est [coupé|sans ligne] à {town} [depuis que des travaux ont commencé {street}|depuis l'orage]. [Les voisins aussi|L'école aussi].",
  ],
  ask: [
    "[Quand|À quelle heure] [sera-ce réparé|cela revient-il] ?",
    "[Pouvez-vous|Pourriez-vous] envoyer un technicien ?",
    "Je [veux|demande] une date, [pas un numéro de ticket|et un dédommagement].",
    "[Y a-t-il|Avez-vous] une clé 4G à prêter en attendant ?",
  ],
  answer: [
    "J'ai testé votre ligne {line} à distance : [le signal s'arrête à l'armoire de rue|il y a trop d'atténuation|la box ne répond plus]. Un technicien passera {day} entre 8 h et 12 h. [Vous recevrez un texto.|]",
    "[Il y a|Nous avons] un câble arraché {street} ; les équipes y sont. Retour prévu [ce soir avant 20 h|demain avant midi]. Je vous écris dès que c'est rétabli.",
    "Pouvez-vous brancher la box [directement sur la prise|avec l'autre câble] et me dire [quels voyants restent allumés|le débit mesuré] ? Je garde votre dossier ouvert.",
  ],
  more: [
    "[Personne n'est passé|Le technicien n'est pas venu] [ce matin|{day}]. [J'avais posé une demi-journée|J'ai attendu toute la matinée].",
    "+C'est revenu [vers {hour}|dans la nuit], merci [de m'avoir tenu au courant|].",
    "Branché comme vous dites : [deux voyants verts, un rouge|toujours pareil]. Débit {speed} Mb/s.",
    "Toujours coupé. [Vous disiez avant 20 h|On en est à trois jours]. [Je vais voir ailleurs si ça continue.|]",
  ],
  settle: [
    "La ligne est stable depuis [24 heures|hier], débit [480|930] Mb/s. Nous vous créditons [une semaine|un mois] d'abonnement.",
    "Le raccord a été refait {street}. Tout est vert de notre côté. [Bonne connexion|Merci de votre patience].",
    "Un crédit de {amount} figure sur votre prochaine facture.",
  ],
  note: [
    "Armoire [PM-2204|PM-1187|PM-3051] saturée, [quatrième cas|on a encore du monde] aujourd'hui. À relier si ça continue.",
    "Deuxième rendez-vous manqué du sous-traitant. [Escalade|J'appelle leur planning] demain 8 h.",
    "Personne âgée seule, téléalarme sur la ligne : à passer devant.",
  ],
}

export const bill: Talk = {
  subject: [
    "Facture [de {month}|incompréhensible|trop élevée]",
    "[Erreur|Question] facture {ref}",
    "Pourquoi {amount} ?",
    "Prélevé deux fois",
  ],
  story: [
    "Ma facture de {month} est de {amount} [au lieu de 29,90 €|alors que je paie 34,90 € d'habitude]. [Aucune explication|Il y a une ligne « services divers »].",
    "J'ai été prélevé{e} deux fois [de {amount}|le 5 et le 7]. Ma banque [confirme|me dit de voir avec vous].",
    "On me facture [la location d'une box rendue en {month}|des appels vers {country} que personne n'a passés|un déplacement de technicien pour votre panne].",
  ],
  ask: [
    "[Merci de m'expliquer|D'où vient cet écart ?]",
    "Je [demande|souhaite] le remboursement [de la différence|].",
    "Merci de [corriger|rectifier] et de m'envoyer une facture [propre|juste].",
  ],
  answer: [
    "[J'ai regardé ligne par ligne|Vérification faite] : [la promotion a pris fin le mois dernier|la box rendue n'avait pas été enregistrée|le prélèvement est parti deux fois]. {amount} vous [seront|sont] remboursés [avant vendredi|sous cinq jours].",
    "La différence vient de [l'option Ports ajoutée le {before}|deux appels surtaxés]. Voulez-vous que je la retire ?",
  ],
  more: [
    "[Je n'ai jamais demandé cette option|Je n'ai rien demandé de tel]. Retirez-la, et remboursez.",
    "+Merci, [c'est clair|bien reçu].",
    "Toujours pas remboursé. [Cela fait quinze jours.|Vous aviez dit vendredi.]",
  ],
  settle: [
    "L'option est retirée, et {amount} recrédités. [Désolés pour cette surprise.|]",
    "Remboursement [parti ce matin|confirmé], facture corrigée en pièce jointe.",
  ],
  note: ["Double prélèvement du {before} : toute la série est touchée, voir Comptes.", "Geste accordé : 10 €."],
}

export const move: Talk = {
  subject: ["Déménagement [le {date}|]", "[Transférer|Transfert de] ma ligne à {town}", "Résiliation pour déménagement"],
  story: [
    "Je déménage le {date} de {town} vers le {street}. [La fibre y est|Je ne sais pas si la fibre y est].",
    "Nous [quittons|rendons] la maison de {town} [fin du mois|le {date}] et voudrions garder [le même numéro|notre numéro de téléphone].",
  ],
  ask: [
    "[Quelles sont les démarches|Comment faire] ?",
    "Peut-on éviter [la coupure|trois semaines sans internet] ?",
    "Combien [cela coûte-t-il|ça coûte] ?",
  ],
  answer: [
    "La nouvelle adresse est [éligible à la fibre|raccordable]. Je peux réserver un technicien le {date} ; l'ancienne ligne reste ouverte jusque-là. [C'est gratuit pour les sociétaires.|]",
    "Il me faut [le nom du précédent occupant|le numéro de la prise (il commence par FI-)]. Avec cela, [c'est réglé en cinq jours|je réserve tout de suite].",
  ],
  more: [
    "Numéro de prise : FI-{line}. [Merci|Le 14 me convient].",
    "Le précédent occupant : [M. Lebreton|famille Caradec|je ne sais pas].",
  ],
  settle: ["Rendez-vous [confirmé|pris] le {date} à 8 h 30. [Bon déménagement !|]", "Ligne transférée, même numéro. Bienvenue à {town}."],
  note: ["Prise FI-{line} vue dans l'outil, ok."],
}

export const visit: Talk = {
  subject: ["Technicien [pas venu|absent]", "Rendez-vous [manqué|du {day}]", "J'ai attendu pour rien"],
  story: [
    "Rendez-vous {day} entre 8 h et 12 h. J'ai [posé une matinée|fermé la boutique]. Personne, [pas un appel|et un texto à 13 h : « client absent »].",
    "Le technicien est venu, a [regardé|percé un trou], puis [est reparti chercher une pièce|a dit qu'il revenait]. C'était {day}.",
  ],
  ask: ["[Quand|À quelle date] [peut-il|peut-on] revenir [vraiment|] ?", "Qui [me rembourse|paie] ma matinée ?"],
  answer: [
    "J'ai bloqué moi-même le premier passage de {day}, 8 h, avec [notre|une] équipe, pas le sous-traitant. Je vous appelle à 8 h 15 pour vérifier.",
    "[C'est inadmissible|Vous avez raison d'être en colère]. Nouveau passage {day}, et {amount} de dédommagement sur la prochaine facture.",
  ],
  more: ["[D'accord pour {day}|Va pour {day}]. [Dernière chance.|]", "+Venu, [réparé en dix minutes|très aimable]. [Comme quoi.|Merci.]"],
  settle: ["[Parfait|Bien reçu], dossier clos. Le dédommagement est sur votre facture.", "Merci du retour."],
  note: ["« Client absent » coché à 12 h 58 sans appel. À remonter au sous-traitant."],
}

export const leave: Talk = {
  subject: ["[Résiliation|Je résilie]", "Arrêter mon abonnement {line}", "Mise en demeure"],
  story: [
    "[Trois pannes en deux mois|Deux rendez-vous manqués|Une facture fausse sur deux] : [je m'en vais|j'arrête là].",
    "Je vous ai [adressé|envoyé] ma demande de résiliation le {before} [par courrier|en recommandé]. [Vous continuez à me prélever|Aucune réponse].",
    "Un concurrent m'installe la fibre à [19,99|22,99] €. [Sans rancune|Dix ans chez vous, pourtant].",
  ],
  ask: [
    "[Merci d'en prendre acte|Prenez-en acte] et de [me confirmer la date|cesser les prélèvements].",
    "Que dois-je [rendre|renvoyer], et où ?",
  ],
  answer: [
    "C'est enregistré : la ligne {line} ferme le {date}, sans frais. [Vous recevrez une étiquette pour la box.|] Et si [le prix|la panne] était la seule raison, dites-le-moi, sans engagement.",
    "Votre lettre était [arrivée|restée] sans réponse, et nous en sommes désolés. Les prélèvements cessent aujourd'hui, et {amount} vous reviennent.",
  ],
  more: ["+[Merci, je maintiens|Ma décision est prise].", "Si vous alignez le prix, [je reste|on peut en parler]."],
  settle: [
    "C'est clos. [La porte reste ouverte.|Bon vent, et merci pour ces années.]",
    "Prix aligné à 22,90 €, sans engagement. Merci de rester.",
  ],
  note: ["Sociétaire depuis 2011. Proposer l'alignement, pas plus."],
}

export const ports: Talk = {
  subject: ["[Wi-Fi des ports|Escale Wi-Fi]", "Mes heures gratuites", "20 heures au lieu de 60 ?"],
  story: [
    "Vous passez de 60 à 20 heures gratuites par mois dans les ports. [Je vis sur mon bateau|Je suis pilote|Je traverse deux fois par semaine], [c'était la raison de mon adhésion|c'est mon seul accès].",
    "J'apprends par [la presse|un panneau au ponton|un ami] que mes heures gratuites fondent des deux tiers. [Pas un mot de vous|Une coopérative, vraiment ?]",
  ],
  ask: [
    "[Qui l'a décidé|Quand l'assemblée l'a-t-elle voté] ?",
    "[Rendez-nous|Je demande] les 60 heures.",
    "Y aura-t-il une exception pour [les gens de mer|les plaisanciers] ?",
  ],
  answer: [
    "La présidente répondra aux sociétaires en direct ; votre question y est versée, avec vos mots. Si elle n'y reçoit pas de réponse, vous en aurez une ici, avec une date.",
    "La décision vaut à partir du {date}. Pour les professionnels de la mer, une demande de maintien est possible : je vous joins le formulaire.",
  ],
  more: ["[J'y serai|Je regarderai]. Mais [répondez vraiment|pas de langue de bois].", "+Formulaire [renvoyé|rempli]. Merci."],
  settle: [
    "Le maintien est accordé : 60 heures, jusqu'à [la fin de l'année|nouvel ordre].",
    "Votre question a été posée ; la réponse est à la minute 42 de l'enregistrement.",
  ],
  note: ["Même question que quarante autres. Tag « heures »."],
}
