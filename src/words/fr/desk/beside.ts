/** Ce qui se dit dans la réponse quand quelque chose est arrivé entre-temps. */
export const beside = {
  "draft.begun": "Vous aviez commencé une autre réponse :",
  "draft.both": "Garder les deux",
  "draft.elsewhere": "Ce brouillon a été modifié sur un autre écran :",
  "draft.files": "Des fichiers sans texte",
  "draft.gone": "Ce brouillon a été envoyé ou jeté entre-temps, peut-être sur un autre écran. Ce qui est ici n’est que dans ce navigateur.",
  "draft.letGo": "L’abandonner",
  "draft.mine": "Garder ce qui est ici",
  "draft.theirs": "Prendre celui-là",
  "meanwhile.colleague": "{name} a répondu depuis que vous écrivez.",
  "meanwhile.customer": "Le client a de nouveau écrit depuis que vous écrivez.",
  "meanwhile.elsewhere": "{name} vient d’écrire dans une autre conversation de ce dossier : « {subject} ».",
  "meanwhile.read": "Je l’ai lu",
  "meanwhile.see": "Le voir",
  "meanwhile.there": "Répondre là-bas",
  "others.sendAnyway": "Envoyer quand même",
  "others.sendToo": {
    one: "{names} répond aussi, ou vient de le faire. Deux réponses peuvent se contredire.",
    other: "{names} répondent aussi, ou viennent de le faire. Deux réponses peuvent se contredire.",
  },
  "others.wait": "Pas encore",
}
