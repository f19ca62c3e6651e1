/** What other systems tell: said by the desk, and in a case that was taken out. */
export const facts = {
  "fact.delivery.delivered": "colis livré",
  "fact.delivery.failed": "échec de livraison",
  "fact.delivery.shipped": "colis expédié",
  "fact.order.cancelled": "commande annulée",
  "fact.order.placed": "commande passée",
  "fact.order.shipped": "commande expédiée",
  "fact.other": "{kind} {code}",
  "fact.outage.began": "début de panne",
  "fact.outage.ended": "fin de panne",
  "fact.payment.debited": "paiement débité",
  "fact.payment.failed": "échec du paiement",
  "fact.payment.refunded": "paiement remboursé",
}
