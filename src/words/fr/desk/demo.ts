export const demo = {
  "demo.title": "L’entreprise d’exemple",
  "demo.company": "Goéland, la coopérative des deux rives",
  "demo.what":
    "Internet et téléphone, fleurs, assistance en voyage : 61 000 sociétaires, en Bretagne et dans le sud de l’Angleterre, écrivent en français et en anglais. Ce soir, vous êtes {name}, responsable de la relation sociétaires. Du courrier arrive pendant que vous lisez.",
  "demo.try":
    "Prenez un dossier et répondez : le client vous réécrit en moins d’une minute. Rien de ce que vous envoyez ne quitte cette machine.",
  "demo.both":
    "Chaque histoire arrive sur les deux rives, à d’autres gens : racontée en français à qui lit le français, en anglais à qui lit l’anglais.",
  "demo.told": "Langue des histoires et du desk",
  "demo.filling": "{count} dossiers plus anciens se remplissent encore derrière.",
  "demo.open": "Dossier n° {number}",
  "demo.also": "et n° {number}",
  "demo.place.mention": "ce qui a été dit",
  "demo.place.story": "l’histoire qui s’est formée",
  "demo.place.watch": "la veille",
  "demo.place.alarms": "l’alerte",
  "demo.play": "Jouer la suite",
  "demo.played": "Jouée jusqu’à sa fin",
  "demo.happened": "C’est arrivé : voyez le n° {number}.",
  "demo.mail": "Vers les dossiers",
} as const
