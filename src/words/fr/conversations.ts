export const conversations = {
  "conversations.notFound": "Cette conversation n’existe pas, ou n’est pas dans une de vos boîtes.",
  "conversations.message.notFound": "Ce message n’existe pas, ou n’est pas dans une de vos boîtes.",
  "conversations.message.noOriginal": "L’original de ce message n’a pas été gardé.",
  "conversations.attachment.notFound": "Ce fichier n’existe pas.",
  "conversations.attachment.noPreview": "Ce fichier n’a pas d’aperçu. Téléchargez-le pour le voir.",
  "conversations.inbox.notFound": "Cette boîte n’existe pas, ou n’est pas une des vôtres.",
  "conversations.inbox.taken": "Il y a déjà une boîte pour {address}.",
  "conversations.inbox.waiting": {
    one: "{count} réponse attend de partir de cette adresse, et personne ne pourrait y répondre. Envoyez-la ou renoncez-y d’abord.",
    other: "{count} réponses attendent de partir de cette adresse, et personne ne pourrait y répondre. Envoyez-les ou renoncez-y d’abord.",
  },
  "conversations.inbox.address":
    "« {address} » n’est pas une adresse simple. Il faudrait par exemple aide@boutique.example, sans signe plus.",
  "conversations.reply.empty": "Il n’y a encore rien à envoyer : écrivez quelque chose, ou ajoutez un fichier.",
  "conversations.reply.gap": "Il reste des blancs entre ⟦ et ⟧. Remplissez-les, puis envoyez.",
  "conversations.reply.nobody": "Il n’y a personne à qui l’envoyer. Ajoutez un destinataire.",
  "conversations.reply.answered":
    "Un collègue a répondu depuis que vous avez ouvert ce dossier. Lisez, puis envoyez votre réponse si elle est encore utile.",
  "conversations.reply.unseen": "Le client a écrit de nouveau depuis que vous avez ouvert ce dossier. Lisez, puis envoyez.",
  "conversations.reply.otherConversation": "Le message auquel répondre appartient à une autre conversation.",
  "conversations.reply.closedInbox":
    "Aucune de vos boîtes dans cette conversation ne reçoit plus de courrier : personne ne pourrait répondre. Rouvrez d’abord la boîte.",
  "conversations.reply.past": "Ce moment est passé. Choisissez-en un à venir, ou envoyez maintenant.",
  "conversations.note.empty": "Cette note est encore vide.",
  "conversations.note.notFound": "Cette note n’existe pas.",
  "conversations.note.cannotRead": "Cette personne n’est plus là, ou ne voit pas cette boîte. Nommez quelqu’un qui la voit.",
  "conversations.note.notYours": "Seule la personne qui a écrit une note peut la changer.",
  "conversations.draft.elsewhere":
    "Ce brouillon a été changé sur un autre écran. Regardez cette version avant de continuer ; ce que vous avez écrit ici est toujours là.",
  "conversations.upload.tooLarge": "Un fichier peut faire jusqu’à {megabytes} Mo.",
  "conversations.upload.unknown": "Ce fichier n’est plus là. Ajoutez-le de nouveau.",
  "conversations.upload.missing": "Envoyez un fichier, dans un champ nommé « file ».",
  "conversations.outbox.state": "Impossible pour l’instant : le message est « {state} ».",
  "conversations.outbox.noRelay": "Il n’y a pas de relais pour l’envoi. Réglez VIGIE_RELAY, puis redémarrez.",
  "conversations.outbox.notAsked": "Ce message n’attend pas de décision.",
  "conversations.hint.notFound": "Cette suggestion n’existe pas.",
  "conversations.hint.decided": "Quelqu’un a déjà décidé.",
  "conversations.recipient.reply-to-differs": "Demande les réponses à une autre adresse que celle d’où le message est parti",
  "conversations.recipient.in-copy": "Était nommé dans le message, et ne reçoit rien de lui-même",
  "conversations.acknowledgement.subject": "Nous avons bien votre message [{reference}]",
  "conversations.acknowledgement.text":
    "{greeting}\n\nVotre message est arrivé et quelqu’un va le lire. Chez nous, il porte le numéro {reference}.\n\nPour ajouter quelque chose, répondez à ce courriel.\n\n{inbox}",
} as const
