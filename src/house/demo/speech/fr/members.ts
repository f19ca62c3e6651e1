import type { Talk } from "../topic.ts"

export const luggage: Talk = {
  subject: ["[Bagage perdu|Valise volée] [{country}|]", "Déclaration {ref}", "Remboursement [bagages|affaires volées]"],
  story: [
    "Au retour de [{country}|notre voyage], ma valise n'est pas [arrivée|sortie du tapis]. [La compagnie me renvoie vers vous|J'ai la déclaration de l'aéroport]. Dedans : [un appareil photo|les cadeaux|tout mon matériel], environ {amount}.",
    "On m'a volé mon sac à {town} [sur le quai|dans le train de nuit]. [Papiers, téléphone, clés|Passeport et carte]. [Plainte déposée|J'ai porté plainte] le {before}.",
  ],
  ask: ["[Que dois-je envoyer|Quels justificatifs faut-il] ?", "Sous quel délai [suis-je remboursé{e}|rembourse-t-on] ?"],
  answer: [
    "Votre déclaration {ref} est ouverte. Il nous faut [le récépissé de l'aéroport|la plainte], les factures que vous avez, et un RIB. Réponse sous dix jours après le dernier papier.",
    "J'ai tout ce qu'il faut : {amount} vous seront versés [cette semaine|avant {day}].",
  ],
  more: [
    "Ci-joint [les papiers|la plainte et trois factures]. [Je n'ai pas tout gardé.|]",
    "[Toujours rien|Pas de nouvelles] depuis [dix jours|le {before}]. [Dix jours, disiez-vous.|]",
  ],
  settle: ["{amount} versés [ce matin|aujourd'hui]. [Bon retour chez vous.|]", "Le dossier est complet et payé."],
  note: ["Factures plausibles, on ne chipote pas.", "Déjà déclaré l'an dernier pour le même sac ? À vérifier avant paiement."],
}

export const care: Talk = {
  subject: [
    "[Hospitalisation|Accident] [{country}|à l'étranger]",
    "Frais médicaux {ref}",
    "Besoin d'un rapatriement ?",
    "URGENT - {kin} [à l'hôpital|accidentée]",
  ],
  story: [
    "{Kin} [a fait une chute|s'est cassé la cheville|a été opérée] en {country} [{day}|hier soir]. L'hôpital [demande une garantie de paiement|veut {amount} avant l'examen].",
    "J'ai avancé {amount} de soins en {country} ([consultation, radio, plâtre|dentiste en urgence]). [Factures traduites|Les factures sont en langue locale].",
    "Nous sommes bloqués à {town} : [le médecin interdit l'avion|il faut un siège allongé]. [Les enfants reprennent l'école lundi|Le vol est demain].",
  ],
  ask: [
    "[Que faire|Qui appelle l'hôpital] ?",
    "[Rappelez-moi|Appelez-moi] au {phone}, [même la nuit|à toute heure].",
    "Quand serai-je remboursé{e} ?",
  ],
  answer: [
    "La garantie est partie à l'hôpital il y a dix minutes. Le docteur Ndiaye vous appelle dans l'heure au {phone}. [Ne payez rien.|]",
    "Bien reçu. Vos {amount} seront remboursés [avant {day}|sous huit jours], déduction faite de la part de votre caisse.",
    "Le médecin de garde a parlé au service : retour [jeudi|samedi] par le vol de {hour}, siège allongé et fauteuil à l'arrivée. Je vous confirme ce soir.",
  ],
  more: [
    "+Merci, [le docteur a appelé|l'hôpital a ce qu'il faut]. [On respire.|]",
    "Personne n'a appelé. Il est {hour} ici.",
    "Le retour est-il [toujours prévu|confirmé] ? [On ne dort pas.|]",
  ],
  settle: [
    "Bien rentrés, nous dit [l'ambulancier|votre sœur]. Prompt rétablissement.",
    "Le remboursement de {amount} est parti. Portez-vous bien.",
  ],
  note: [
    "Garantie plafonnée à 8 000 €, au-delà appeler le médecin chef.",
    "Famille appelée à {hour}, rassurée. Prochain point demain 9 h.",
    "Décalage : il y est {hour}. Ne pas appeler avant 8 h chez eux.",
  ],
}

export const certificate: Talk = {
  subject: ["Attestation [pour visa|d'assurance]", "[Certificat|Document] avant départ", "Attestation en anglais"],
  story: [
    "Je pars en {country} le {date} et [le consulat exige|on me demande] une attestation [mentionnant le rapatriement|en anglais|avec le montant couvert].",
    "L'attestation de mon espace [ne s'ouvre pas|porte mon ancien nom|est périmée].",
  ],
  ask: ["[Pouvez-vous me l'envoyer|Pourriez-vous l'établir] [avant {day}|rapidement] ?"],
  answer: [
    "La voici, en français et en anglais, [avec le plafond de rapatriement|à votre nom actuel]. Bon voyage.",
    "Je l'établis aujourd'hui. Votre nom comme sur le passeport ?",
  ],
  more: ["Comme sur le passeport : {name}. Merci.", "+[Reçue|Parfaite], merci [de la rapidité|]."],
  settle: ["Elle est jointe. [Bonne route.|]"],
  note: ["Modèle « attestation EN » à mettre à jour (plafond)."],
}

export const account: Talk = {
  subject: [
    "[Mot de passe|Accès] à mon espace",
    "[Impossible de me connecter|Compte bloqué]",
    "Changer mon adresse e-mail",
    "Carte Goéland [perdue|démagnétisée]",
  ],
  story: [
    "Impossible d'entrer dans mon espace : [le code n'arrive jamais|« identifiant inconnu »|le site tourne en rond]. [J'ai essayé sur deux ordinateurs|Même chose au téléphone].",
    "J'ai [perdu ma carte|laissé ma carte au magasin de {town}]. Il y avait [{amount}|des points] dessus.",
    "Je change de nom [après mon mariage|après mon divorce] et d'adresse : {street}, {town}.",
  ],
  ask: ["[Comment faire|Que dois-je faire] ?", "Merci [de débloquer|de faire le changement|]."],
  answer: [
    "Le code partait à votre ancienne adresse. Je l'ai [corrigée|mise à jour] ; essayez [maintenant|dans cinq minutes].",
    "Nouvelle carte commandée, [points gardés|solde gardé]. Elle arrive sous cinq jours à {town}.",
    "C'est changé partout : fleurs, ligne et assistance. [Rien d'autre à faire.|]",
  ],
  more: ["+[Ça marche|C'est bon], merci.", "Toujours pas de code. [Est-ce dans mes indésirables ?|]", "+Carte reçue, merci."],
  settle: ["[Avec plaisir|Parfait], bonne journée.", "Je l'ai fait pour vous, le code vient d'arriver."],
  note: ["Deux fiches pour la même personne : fusion proposée."],
}

export const offers: Talk = {
  subject: ["[Stop|Trop de] courriers", "Vos offres", "D'où tenez-vous mon adresse ?", "Désinscription [impossible|]"],
  story: [
    "Je reçois vos offres [deux fois par semaine|tous les jours depuis novembre]. [J'aime vos fleurs|J'aime bien la lettre], mais [c'est trop|une par mois suffirait].",
    "Qui vous a donné mon adresse ? Je n'ai jamais [commandé|été sociétaire] chez vous. [J'ai répondu à votre message et il m'est revenu : adresse inconnue.|]",
  ],
  ask: [
    "[Moins souvent, est-ce possible|Comment recevoir moins] ?",
    "Retirez-moi [de tout|de toutes vos listes], et dites-moi d'où vient mon adresse.",
  ],
  answer: [
    "C'est fait : une lettre par mois, pas davantage. Le lien en bas de chaque lettre change ce choix, ou l'arrête, en un clic.",
    "Vous êtes retiré{ye} de tout, dès maintenant. Votre adresse nous vient d'une commande du {before} : je vous joins la trace. [Si ce n'était pas vous, je l'efface.|]",
  ],
  more: ["Ce n'était pas moi, effacez.", "+Merci, [une par mois c'est très bien|parfait]."],
  settle: ["Effacée, sauf la preuve de votre refus, que la loi nous fait garder. [Désolés.|]", "C'est noté."],
  note: ["Gardé en mensuel."],
}

export const assembly: Talk = {
  subject: ["[Assemblée|Vote] [générale|]", "Ma part sociale", "[Ristourne|Dividende] {year}"],
  story: [
    "[Sociétaire|Membre] depuis [2004|1998|2016], je n'ai pas reçu [la convocation|le bulletin de vote]. [L'assemblée est le {date}.|]",
    "La ristourne {year} est de {amount} [l'an dernier c'était le double|chez mon voisin, qui achète moins]. [Comment est-elle calculée ?|]",
    "Une question pour l'assemblée : pourquoi [fermer le comptoir de {town}|la présidente gagne-t-elle autant] ?",
  ],
  ask: ["[Merci de m'envoyer|Pouvez-vous renvoyer] [le document|le bulletin].", "[J'attends une réponse|Merci de répondre] avant le vote."],
  answer: [
    "Le bulletin est joint ; le vote est ouvert jusqu'au {date}.",
    "La ristourne suit vos achats de l'année, hors ligne. Le détail des vôtres est joint.",
  ],
  more: ["+[Merci, voté|C'est clair].", "Vous ne répondez pas à la question."],
  settle: ["Votre question est transmise au bureau, qui répond en séance.", "Merci de votre fidélité."],
  note: ["Question sensible : Camille valide la réponse."],
}

export const data: Talk = {
  subject: ["Mes données", "[Demande d'accès|RGPD]", "Effacer mon compte"],
  story: [
    "[En vertu de l'article 15|Comme la loi m'y autorise], je demande [copie de toutes mes données|ce que vous savez de moi].",
    "Ma [carte|adresse] fait-elle partie [des données lues|de la fuite] ? [La presse en parle, pas vous.|]",
  ],
  ask: ["[Réponse sous un mois|Merci d'accuser réception].", "[Oui ou non|Dites-le simplement] ?"],
  answer: [
    "Votre demande est enregistrée aujourd'hui ; réponse complète avant le {date}.",
    "Vérifié : votre adresse oui, votre carte non. [Voici ce que cela change et ce que vous pouvez faire.|]",
  ],
  more: ["+[Bien reçu|Merci de la franchise].", "Le délai expire [demain|{day}]."],
  settle: ["Copie jointe, un fichier par service. [Le mot de passe suit par courrier.|]"],
  note: ["Horloge un mois, échéance {date}."],
}

export const press: Talk = {
  subject: ["Demande d'interview", "[Question|Sollicitation] presse - [délai {day}|]", "Partenariat [école|festival]"],
  story: [
    "Je prépare pour [Le Courrier des Grèves|Ouest-Rivages|La Lettre du Large] un [article|sujet] sur [les coopératives de service|les fleurs de saison|la fin des heures gratuites]. [Bouclage|Je boucle] {day} à {hour}.",
    "Étudiant{e} en [gestion|sociologie] à {town}, je mène un mémoire sur [les plaintes|la relation sociétaire].",
  ],
  ask: ["[Qui peut répondre|À qui parler] ?", "[Dix minutes suffisent|Un courriel me suffit]."],
  answer: [
    "Camille Le Gall, notre porte-parole, vous rappelle avant {hour}.",
    "Avec plaisir ; trois sociétaires acceptent d'être interrogés. Je vous mets en relation [demain|].",
  ],
  more: [
    "[Parfait|Merci]. [Mon numéro : {phone}.|]",
    "[Relance|Je relance] : sans réponse ce soir, l'article dira que vous n'avez pas souhaité répondre.",
  ],
  settle: ["[Relu|Merci] pour la relecture des citations."],
  note: ["Ne rien dire sur l'assemblée avant jeudi."],
}

export const noise: Talk = {
  subject: ["Doublez vos ventes", "RE: votre facture en attente", "Référencement garanti n°1", "Dernier avis avant suspension"],
  story: [
    "[Cher dirigeant|Bonjour propriétaire du site], nous garantissons la première page [en 30 jours|ou remboursé].",
    "Votre colis [3 articles|] est bloqué, réglez 1,99 € ici : http://colis-suivi.example/p",
  ],
  ask: ["[Répondez OUI|Cliquez vite]."],
  answer: [""],
  more: [""],
  settle: [""],
  note: ["Indésirable."],
}
