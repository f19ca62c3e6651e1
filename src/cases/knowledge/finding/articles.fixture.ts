/** What a shop's colleagues know, in two languages: title, text. Invented. */
export const ARTICLES: Readonly<Record<string, { language: "fr" | "en"; title: string; body: string }>> = {
  vase: {
    language: "fr",
    title: "Un vase est arrivé cassé",
    body: "Nous remplaçons le vase sans frais. Demandez une photographie du vase et du carton. Le client garde les morceaux deux jours pour le transporteur.",
  },
  late: {
    language: "fr",
    title: "La livraison est en retard",
    body: "Regardez le suivi du colis. Passé treize heures, appelez le transporteur puis prévenez le client de la nouvelle heure. Proposez une remise de dix pour cent.",
  },
  never: {
    language: "fr",
    title: "Marqué livré, jamais reçu",
    body: "Demandez la preuve de livraison au transporteur, cherchez chez le voisin, le gardien ou en point relais. Sans trace sous un jour, renvoyez la commande.",
  },
  address: {
    language: "fr",
    title: "Changer l’adresse de livraison",
    body: "Possible jusqu’à midi la veille, depuis la confirmation. Après, le camion est chargé : appelez l’entrepôt.",
  },
  wilted: {
    language: "fr",
    title: "Fleurs fanées trop vite",
    body: "Un bouquet tient cinq jours. Si les roses fanent avant, remboursez la moitié ou offrez un nouveau bouquet. Conseils : eau fraîche, tiges recoupées.",
  },
  refund: {
    language: "fr",
    title: "Délai d’un remboursement",
    body: "L’argent revient sur la carte bancaire en trois à cinq jours ouvrés. La banque du client peut en prendre dix.",
  },
  twice: {
    language: "fr",
    title: "Carte débitée deux fois",
    body: "Une autorisation en double disparaît seule en une semaine. Si les deux débits sont comptabilisés, remboursez le second.",
  },
  invoice: {
    language: "fr",
    title: "Obtenir une facture",
    body: "La facture se télécharge dans le compte, rubrique commandes. Pour une société, ajoutez le numéro de TVA avant de la demander.",
  },
  subscription: {
    language: "fr",
    title: "Suspendre un abonnement de fleurs",
    body: "L’abonnement se suspend pour un mois ou plus avant le vingt. Le prélèvement suivant saute aussi.",
  },
  cancel: {
    language: "fr",
    title: "Annuler une commande",
    body: "Une commande s’annule avant sa préparation, la veille à seize heures. Ensuite elle part : proposez un avoir.",
  },
  message: {
    language: "fr",
    title: "Le mot de la carte est faux",
    body: "La carte manuscrite porte le texte de la commande. En cas de faute, envoyez une carte corrigée par la poste avec un geste.",
  },
  allergy: {
    language: "fr",
    title: "Allergie au pollen et lys",
    body: "Proposez des compositions sans lys ni gypsophile. Les orchidées et les pivoines conviennent en général aux personnes allergiques.",
  },
  funeral: {
    language: "fr",
    title: "Fleurs de deuil et ruban",
    body: "Couronnes et gerbes se commandent deux jours avant. Le ruban porte trente lettres au plus. Livraison au funérarium ou à l’église.",
  },
  wedding: {
    language: "fr",
    title: "Mariage : devis et acompte",
    body: "Un devis demande la date, le lieu et le nombre de tables. L’acompte est de trente pour cent, rendu jusqu’à un mois avant la cérémonie.",
  },
  voucher: {
    language: "fr",
    title: "Le code de réduction ne marche pas",
    body: "Un code s’utilise une fois, hors promotions. Vérifiez la date et le minimum d’achat, puis appliquez la réduction à la main.",
  },
  password: {
    language: "fr",
    title: "Mot de passe oublié",
    body: "Le lien pour changer de mot de passe arrive par mail et vaut une heure. Regardez dans les indésirables. Un compte bloqué s’ouvre après trente minutes.",
  },
  letter: {
    language: "fr",
    title: "Ne plus recevoir la lettre d’information",
    body: "Le lien de désinscription est au bas de chaque lettre. La désinscription vaut tout de suite. Nous ne vendons pas d’adresses.",
  },
  data: {
    language: "fr",
    title: "Effacer ses données personnelles",
    body: "La demande d’effacement passe par un responsable. Nous effaçons le compte et répondons en un mois. Les factures restent dix ans, la loi le demande.",
  },
  abroad: {
    language: "fr",
    title: "Livrer à l’étranger",
    body: "Nous livrons en Belgique et en Suisse. Des droits de douane s’ajoutent en Suisse. Ailleurs, un fleuriste partenaire s’en charge.",
  },
  plant: {
    language: "fr",
    title: "Plante verte qui jaunit",
    body: "Les feuilles jaunes viennent d’un excès d’eau. Laissez sécher la terre, sortez la plante du soleil direct, rempotez au printemps.",
  },
  ebroken: {
    language: "en",
    title: "A vase arrived broken",
    body: "We replace the vase at no charge. Ask for a picture of the vase and the box. The customer keeps the pieces for two days.",
  },
  elate: {
    language: "en",
    title: "A delivery is late",
    body: "Look at the tracking. After one o’clock call the carrier, then tell the customer the new time. Offer ten per cent off.",
  },
  enever: {
    language: "en",
    title: "Marked delivered, never received",
    body: "Ask the carrier for proof of delivery, look with the neighbour and the concierge. With no trace within a day, send the order again.",
  },
  eaddress: {
    language: "en",
    title: "Change the delivery address",
    body: "Possible until noon the day before, from the confirmation. Later the van is loaded: call the warehouse.",
  },
  ewilted: {
    language: "en",
    title: "Flowers wilted too soon",
    body: "A bouquet lasts five days. If roses droop before, refund half or offer a new bouquet. Fresh water and cut stems help.",
  },
  erefund: {
    language: "en",
    title: "When a refund arrives",
    body: "The money is back on the card in three to five working days. The customer’s bank may take ten.",
  },
  etwice: {
    language: "en",
    title: "Card charged twice",
    body: "A double authorisation goes away by itself within a week. When both charges are booked, refund the second.",
  },
  einvoice: {
    language: "en",
    title: "Get an invoice",
    body: "The invoice can be downloaded in the account, under orders. For a company add the VAT number first.",
  },
  esubscription: {
    language: "en",
    title: "Pause a flower subscription",
    body: "A subscription is paused for a month or more before the twentieth. The next payment is skipped too.",
  },
  epassword: {
    language: "en",
    title: "Forgotten password",
    body: "The link to choose a new password comes by mail and is good for an hour. Look in spam. A locked account opens after thirty minutes.",
  },
}
