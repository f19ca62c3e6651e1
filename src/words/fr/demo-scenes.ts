/** What the example company says of its fifteen stories: what it is, what to look at, what happens next. */
export const demoScenes = {
  "demo.scene.bouquet.title": "Le bouquet perdu",
  "demo.scene.bouquet.look":
    "Des fleurs promises pour 13 heures ne sont jamais venues ; le transporteur dit « livré ». Regardez la promesse rompue, les deux phrases qui ne peuvent pas être vraies ensemble, et le sablier : depuis quand Camille attend quelqu’un.",
  "demo.scene.bouquet.next": "Camille écrit ; puis le transporteur reconnaît son erreur",
  "demo.scene.rider.title": "Le motard de Mongolie",
  "demo.scene.rider.look":
    "Un secours privé, et un message public qui en parle sans se plaindre de rien. Vigie propose qu’ils ne font qu’un et montre ses indices, au-dessus du dossier et près du message. À vous de dire : dès lors les mots publics courent dans le dossier.",
  "demo.scene.rider.next": "Salomé confirme que c’est lui ; sa sœur écrit de l’hôpital ; on décide quoi dire en public",
  "demo.scene.outage.title": "La panne",
  "demo.scene.outage.look":
    "Deux cents personnes en quatre-vingt-dix minutes, une seule cause. L’alerte a été donnée sur des personnes distinctes, en quelques minutes : voyez la courbe de la veille. Dans les dossiers, regardez les liens : chacun garde ses mots, un dossier les réunit, une déclaration a répondu à tous. Les campagnes, pour le mois offert, viendront plus tard.",
  "demo.scene.outage.next": "Le réseau vacille de nouveau ; dans les cinq minutes, l’alerte",
  "demo.scene.chair.title": "L’heure avec la présidente",
  "demo.scene.chair.look":
    "Quarante-six questions pour jeudi, aucune jetée : reliées à un dossier, chacune avec ses mots, et la promesse d’une réponse à toutes. La page du direct viendra avec une autre pièce.",
  "demo.scene.chair.next": "Un sociétaire de plus interroge, ponton 14",
  "demo.scene.nowhere.title": "La réponse dans le vide",
  "demo.scene.nowhere.look":
    "Une offre qu’il n’a jamais demandée, et une réponse qui lui est revenue. Toute adresse d’où Vigie écrit reçoit les réponses. La preuve du consentement viendra avec les campagnes.",
  "demo.scene.nowhere.next": "« Vous nous manquez, Gérard »",
  "demo.scene.less.title": "Moins, pas rien",
  "demo.scene.less.look":
    "Elle voulait partir ; on lui a proposé une fois par mois, elle reste. La décision dit ce que cela sauve. La page en un clic viendra avec les campagnes.",
  "demo.scene.less.next": "Odette accepte, et demande pour ses hortensias",
  "demo.scene.hours.title": "Quel canal, et quand",
  "demo.scene.hours.look":
    "Une infirmière à qui l’on écrit après dix-huit heures, jamais au travail. Écrivez-lui une réponse : avant l’envoi, le desk dit quand elle arrivera.",
  "demo.scene.hours.next": "Son routeur est retrouvé ; elle écrit qu’elle a fini son service",
  "demo.scene.madame.title": "Appelez-moi Madame",
  "demo.scene.madame.look":
    "Elle a dit comment s’adresser à elle ; c’est écrit à côté de son nom, et les réponses commencent ainsi. Pour les autres, on ne devine rien.",
  "demo.scene.madame.next": "Madame Vasseur vous remercie",
  "demo.scene.knowledge.title": "Ce qu’un conseiller écrit, tous le lisent",
  "demo.scene.knowledge.look":
    "Moussa a résolu une fois le voyant orange. Ouvrez le dossier de Madame Kervella : sa réponse apparaît à côté, avec son âge et qui s’en porte garant.",
  "demo.scene.knowledge.next": "Un voisin a le même voyant",
  "demo.scene.leak.title": "Six millions de cartes",
  "demo.scene.leak.look":
    "Quelqu’un a lu les cartes de fidélité. Une clé, une base sur chaque rive. Les 72 heures courent comme une promesse, au grand jour ; les décisions disent qui est prévenu et comment ; ceux qui demandent « et moi ? » sont reliés. Dire en minutes qui est touché viendra avec une autre pièce.",
  "demo.scene.leak.next": "Les enquêteurs confirment ce qui n’a pas été lu",
  "demo.scene.petition.title": "Cent mille signatures",
  "demo.scene.petition.look":
    "Un dossier avec beaucoup de monde : chacun a signé avec ses mots, chacun peut recevoir sa réponse dans son propre fil.",
  "demo.scene.petition.next": "L’auteure de la pétition écrit de nouveau",
  "demo.scene.rumour.title": "Vrai ou faux ?",
  "demo.scene.rumour.look":
    "Deux sites se citent l’un l’autre. Voyez le cheminement de l’histoire : qui le tient de qui. Son affirmation fut non vérifiée, puis démentie, avec la source et l’unique réponse donnée.",
  "demo.scene.rumour.next": "L’un des sites retire son article",
  "demo.scene.headline.title": "Un titre, deux adresses",
  "demo.scene.headline.look":
    "L’article dit une chose et son adresse une autre. L’histoire garde chaque titre sous lequel il a été vu, avec l’heure, et ce que dit l’adresse.",
  "demo.scene.headline.next": "Le titre change encore",
  "demo.scene.minute.title": "Une minute par jour",
  "demo.scene.minute.look":
    "La journée en une minute : les faits, un chiffre, une phrase, ses sources. Écrite ici par une collègue ; une autre pièce l’écrira d’après les dossiers.",
  "demo.scene.minute.next": "Maëlle prépare celle de demain",
  "demo.scene.illusion.title": "L’illusion de l’écoutant",
  "demo.scene.illusion.look":
    "« 71 % en colère », ce sont 97 personnes, dont une a écrit 60 messages. La note donne les personnes distinctes, l’intervalle, et ce qui n’a pas pu être lu ; la veille dessine les personnes à côté des messages.",
  "demo.scene.illusion.next": "L’institut se corrige",
} as const
