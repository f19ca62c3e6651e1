import type { Talk } from "../topic.ts"

export const late: Talk = {
  subject: [
    "[Bouquet|Commande] {ref} [toujours pas livré|en retard|: où en est-on ?]",
    "Bouquet du {day} [non reçu|pas arrivé]",
    "Livraison {ref}",
    "[Où est|Que devient] le bouquet [de {kin}|pour {kin}] ?",
    "Retard livraison [{occasion}|]",
  ],
  story: [
    "J'ai commandé {day} [dernier|soir] un bouquet « {bouquet} » pour {kin}, à livrer [avant midi|dans la journée|avant 13 h] [à {town}|chez elle à {town}]. [Ce soir|À l'heure où j'écris], [personne n'a rien reçu|elle n'a rien reçu|toujours rien].",
    "Ma commande {ref} devait arriver {day}. [Le suivi indique « en cours »|Le suivi n'a pas bougé|Votre site dit « en préparation »] depuis [hier|deux jours|ce matin] et [{kin} n'a toujours rien reçu|rien n'est arrivé].",
    "Je vous ai passé la commande {ref} pour {occasion}. [Le transporteur dit être passé|On me dit que le livreur est passé] à {hour}. [Or il y avait quelqu'un toute la journée|Nous étions là|La gardienne n'a vu personne].",
    "Un bouquet à {amount}, payé [comptant|d'avance|par carte] {day}, [et toujours rien|et {kin} qui m'appelle pour me souhaiter une bonne journée sans un mot des fleurs]. J'en conclus qu'il n'est pas arrivé.",
    "[La cérémonie est|L'enterrement est|La fête est] [demain|{day}] à {hour} et la gerbe {ref} n'est pas là. [Le salon funéraire|Le traiteur|Ma sœur] n'a pas été livré.",
  ],
  ask: [
    "[Pouvez-vous|Pourriez-vous] me dire [où il se trouve|ce qu'il en est|quand il arrivera] ?",
    "[Merci de me dire|Dites-moi] s'il arrivera [aujourd'hui|demain] ou s'il faut [que je m'arrange autrement|que j'annule].",
    "Je souhaite [être remboursé|un remboursement|un nouvel envoi] [si ce n'est pas livré demain|].",
    "Un simple appel au {phone} me suffirait.",
  ],
  answer: [
    "[Je viens d'appeler|J'ai joint] l'atelier de {town} : le bouquet {ref} [est resté au dépôt|n'a pas été chargé ce matin|est parti avec une mauvaise étiquette]. [Un nouveau bouquet sera livré|Nous en refaisons un, livré] demain avant midi, [sans frais|à nos frais bien sûr].",
    "Je suis désolé{e} [de ce retard|pour ce contretemps]. La tournée de {town} a été [coupée en deux par la neige|retardée par une panne|mal répartie hier]. Votre bouquet est [dans la camionnette|en cours de livraison] et arrivera avant {hour}.",
    "J'ouvre une recherche auprès du transporteur pour {ref} et je vous réponds demain avant 10 heures. [Si les fleurs ne sont pas retrouvées, nous vous remboursons {amount}.|]",
  ],
  more: [
    "[Toujours rien ce soir|Rien non plus ce matin]. [Vous m'aviez dit avant midi|C'était promis]. Je [ne comprends plus|commence à perdre patience].",
    "+Merci de votre réponse. [Il est arrivé à l'instant|Les fleurs sont là], [un peu fatiguées mais belles|très belles], [{kin} est ravie|l'essentiel est sauf].",
    "Et pour le remboursement [de {amount}|], [comment ça se passe|c'est automatique] ?",
    "Le livreur vient de m'appeler, il [cherche|ne trouve pas] le {street}. C'est [l'immeuble derrière la boulangerie|le portail vert|au fond de la cour].",
  ],
  settle: [
    "Le bouquet a été remis à {hour}. [Pour nous faire pardonner|Avec nos excuses], [la livraison vous est remboursée|nous vous avons crédité de 15 € sur votre carte Goéland].",
    "Le remboursement de {amount} est parti aujourd'hui ; il apparaîtra sur votre compte sous [trois|cinq] jours ouvrés.",
    "C'est livré, [signé {kin}|photo à l'appui]. Merci de votre patience, et bonne fin de journée.",
  ],
  note: [
    "[Vu avec|Appelé] l'atelier : {ref} est resté [au quai|en chambre froide]. On refait.",
    "Client [fidèle depuis 2009|à ménager] : déjà un retard en [mars|mai]. On rembourse sans discuter.",
    "Le transporteur affirme avoir livré {hour}. Pas de signature, pas de photo.",
  ],
}

export const wilted: Talk = {
  subject: [
    "Fleurs [fanées|abîmées] [{ref}|]",
    "Bouquet [pas conforme|décevant]",
    "Déçu{e} par votre bouquet « {bouquet} »",
    "Photo du bouquet reçu",
  ],
  story: [
    "{Kin} a reçu [hier|ce matin] le bouquet « {bouquet} » : les {flower} [étaient déjà fanées|piquaient du nez|étaient brunes au bord], et [la moitié est tombée|trois tiges étaient cassées] en [deux jours|une nuit].",
    "J'avais choisi des {flower} [blanches|roses|rouges] et ce sont des [œillets|chrysanthèmes|lys] qui sont arrivés. Pour {occasion}, [c'est gênant|c'est très maladroit].",
    "[Le vase promis n'y était pas|Il manquait le vase|La carte n'y était pas], et le bouquet fait [la moitié de la photo|deux fois moins que sur la photo] de votre site. Pour {amount}, je m'attendais à mieux.",
    "Je vous joins une photo prise [à l'ouverture du carton|une heure après la livraison]. [Sans commentaire.|Vous jugerez.]",
  ],
  ask: [
    "[Que proposez-vous|Que comptez-vous faire] ?",
    "Je [demande|souhaite] un nouveau bouquet [ou un geste|].",
    "Merci de [me rembourser|faire le nécessaire].",
  ],
  answer: [
    "Merci pour la photo : [ce n'est pas ce que nous voulons livrer|on ne devrait jamais recevoir cela]. Un nouveau bouquet partira demain [matin|] et arrivera [dans la journée|avant 13 h].",
    "Je suis navré{e} : il y a eu une [substitution|rupture de {flower}] et vous auriez dû être prévenu{ye}. Préférez-vous un nouvel envoi ou le remboursement de {amount} ?",
  ],
  more: [
    "Un [nouvel envoi|nouveau bouquet] me va. [Plutôt vendredi|Pas le matin], [elle travaille|elle est chez le kiné].",
    "Le remboursement, merci. [J'en ai parlé autour de moi|J'ai acheté des fleurs au marché entre-temps].",
    "+Reçu le second, [il est superbe|rien à voir avec le premier]. Merci [beaucoup|d'avoir fait le nécessaire].",
  ],
  settle: [
    "C'est [fait|noté] : {amount} remboursés aujourd'hui, et un bouquet [offert|à moitié prix] pour la prochaine occasion.",
    "Le nouveau bouquet est livré. L'atelier a changé de fournisseur pour les {flower}, grâce à vous.",
  ],
  note: [
    "Troisième photo de {flower} fanées cette semaine, atelier de {town}. À signaler.",
    "La photo montre [un coup de froid|un carton resté debout]. Remboursement validé.",
  ],
}

export const address: Talk = {
  subject: [
    "Changer l'adresse de livraison",
    "[Erreur|Modification] d'adresse {ref}",
    "Livrer au bureau plutôt qu'à la maison ?",
    "Mauvais numéro de rue",
  ],
  story: [
    "[Je me suis trompé{e}|J'ai fait une erreur] dans l'adresse de la commande {ref} : c'est le {street}, pas [le 12|l'ancienne adresse].",
    "Pour la livraison de {day}, [peut-on|est-il possible de] livrer [au bureau de {kin}|à l'accueil de l'hôpital|chez la voisine] plutôt qu'à la maison ? [Elle rentre après 19 h.|Il n'y aura personne.|]",
    "{Kin} vient d'être [hospitalisée|mutée|rappelée] à {town}. Le bouquet prévu {day} doit y aller.",
  ],
  ask: ["C'est [possible|encore possible] ?", "Merci de me confirmer [par retour|].", "Dites-moi si cela change le prix."],
  answer: [
    "C'est [changé|noté] : livraison {day} au {street}, {town}. [Rien de plus à payer.|Il n'y a pas de supplément.]",
    "La tournée est déjà faite pour aujourd'hui, mais [je peux|nous pouvons] livrer demain avant midi à la nouvelle adresse. Cela vous convient-il ?",
  ],
  more: [
    "+[Parfait|Très bien], merci [pour la rapidité|].",
    "+Oui, demain [convient|ira très bien].",
    "[Et|Au fait,] le digicode est le [B4172|38A90|19B27].",
  ],
  settle: ["C'est confirmé. [Bonne journée|Belle fête] !", "Livré à {hour} à la nouvelle adresse."],
  note: ["Étiquette refaite, prévenir la tournée {town}."],
}

export const often: Talk = {
  subject: [
    "Abonnement [mensuel|fleurs]",
    "[Suspendre|Mettre en pause] mon abonnement",
    "Passer à un bouquet [toutes les deux semaines|par mois]",
  ],
  story: [
    "J'ai un abonnement « {bouquet} » [chaque semaine|tous les quinze jours]. [C'est devenu trop|Je pars trois semaines en {country}|Mes enfants sont partis, la maison est petite].",
    "Depuis [mars|septembre|un an] je reçois un bouquet par semaine et j'en suis [très|] content{e}. [Mon budget change|Je déménage à {town}], [hélas|].",
  ],
  ask: [
    "Je voudrais passer à un bouquet toutes les deux semaines[, est-ce possible|] ?",
    "Peut-on suspendre [jusqu'au {date}|un mois] sans perdre le tarif ?",
    "Je [souhaite|voudrais] arrêter [à la fin du mois|].",
  ],
  answer: [
    "C'est fait : [un bouquet toutes les deux semaines|pause jusqu'au {date}], même prix le bouquet. Vous pouvez revenir en arrière quand vous voulez.",
    "Bien sûr. [Un bouquet par mois|Un sur deux] à partir du {date}. [Et si vous préférez arrêter, un mot suffit.|]",
  ],
  more: [
    "+[Merci|Parfait], c'est [très simple|exactement ce qu'il me fallait].",
    "En fait, plutôt [le samedi|le vendredi], c'est possible ?",
  ],
  settle: ["C'est noté pour le [samedi|vendredi].", "Avec plaisir. À bientôt."],
  note: ["Voulait partir, reste en mensuel."],
}

export const card: Talk = {
  subject: ["Le message de la carte", "Carte [oubliée|illisible] {ref}", "Pas de carte avec le bouquet ?"],
  story: [
    "Le bouquet est bien arrivé mais [sans la carte|la carte dit « {occasion} » alors que j'avais écrit un vrai message|la carte était au nom de quelqu'un d'autre]. {Kin} [a cru à une erreur|m'a demandé si c'était bien moi|ne savait pas qui remercier].",
    "Sur la carte il était écrit « [sincères condoléances|joyeux départ en retraite] ». C'était pour {occasion}. [On en a ri|Personne n'a ri], [mais quand même|].",
  ],
  ask: ["Pouvez-vous [lui envoyer|envoyer] la bonne carte ?", "[Comment est-ce possible|Que s'est-il passé] ?"],
  answer: [
    "Toutes nos excuses : deux cartes ont été échangées à l'atelier. La vôtre part ce soir par courrier, écrite à la main, [avec un petit bouquet|] pour {kin}.",
    "La carte est partie [aujourd'hui|ce soir]. Quel texte exact souhaitez-vous ?",
  ],
  more: [
    "Le texte : « [Pour tes 70 ans, avec toute notre tendresse|Merci pour tout|On pense à toi] ».",
    "+[Merci|C'est gentil], elle l'a reçue.",
  ],
  settle: ["C'est parti. Merci d'en avoir ri avec nous.", "Carte reçue [hier|]. Bonne journée."],
  note: ["Échange avec {ref} : prévenir l'autre client aussi."],
}

export const praise: Talk = {
  subject: ["Merci !", "[Un grand|Juste un] merci", "[Magnifique|Superbe] bouquet"],
  story: [
    "{Kin} a [pleuré de joie|appelé toute la famille]. Les {flower} tiennent encore [au bout de dix jours|après deux semaines]. Merci à [l'atelier de {town}|celle ou celui qui l'a composé].",
    "On n'écrit que pour se plaindre, alors voilà : [commande à 22 h, livrée à 11 h|tout était parfait], et la carte écrite à la main [a fait son effet|est sur le frigo].",
  ],
  ask: ["", "Bonne continuation [à toute l'équipe|].", "Transmettez [au livreur, s'il vous plaît|à l'équipe]."],
  answer: [
    "Merci [infiniment|beaucoup] ! Votre mot est [affiché à l'atelier|parti à l'atelier de {town}], il fera des heureux.",
    "Cela nous touche. Je transmets [tout de suite|].",
  ],
  more: ["+[Avec plaisir|À bientôt] !"],
  settle: ["À [bientôt|la prochaine]."],
  note: ["À lire à la réunion de lundi."],
}
