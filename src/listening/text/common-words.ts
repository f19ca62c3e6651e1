/** Words that say nothing of an event, for as long as too little has been heard to know it: they begin as if one in four had them. */
export const LITTLE =
  `le la les un une des du de au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se
  moi toi lui eux y en qui que quoi dont ou est es suis sommes etes sont ete etre etait etaient sera serait fut ai as avons avez ont avait avaient avoir eu
  fait faire font pas ne plus jamais rien tout tous toute toutes tres trop peu bien mal si non oui et mais donc or ni car pour par avec sans sous sur dans chez
  vers entre depuis pendant avant apres contre comme quand comment pourquoi parce puis alors encore deja aussi meme ici la bas voila cela ca ceci celui celle
  ceux autre autres quel quelle quels quelles peut peux peuvent doit va vais vont aller dit dire the of to and in is are was were be been being am it its this
  that these those you your yours he him his she her hers we us our ours they them their theirs my mine me who whom which what when where why how not no nor yes
  so but if then than because as at by for from with without into onto over under about after before again against between through during while until since
  up down out off on can could will would shall should may might must do does did done doing have has had having get gets got just very too also only even more
  most less least much many some any all both each every other another same own here there now ever never still already yet than lol rt via`.split(
    /\s+/,
  )

/** Words of everyday complaint: they begin as if one in twenty had them. */
export const EVERYDAY =
  `bonjour bonsoir merci salut client clients service services commande commandes livraison livre livrer colis compte produit produits probleme reponse
  repondre appel telephone mail message jour jours semaine mois an ans heure heures matin soir hier demain aujourd hui euro euros prix cher payer argent
  rembourser remboursement facture attendre attente personne gens monde fois honte honteux nul nulle scandale vraiment toujours bon bonne mauvais grand petit
  nouveau nouvelle premier deux trois france francais site application magasin marque entreprise societe hello thanks thank please customer customers order
  orders delivery deliver delivered parcel account product products problem answer call phone email day days week month year years hour hours morning evening
  yesterday tomorrow today price money pay paid refund invoice wait waiting people time times really always good bad great new first two three help need want
  know think said says company brand shop store app worst terrible awful shame`.split(/\s+/)
