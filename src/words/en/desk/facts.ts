/** What other systems tell: said by the desk, and in a case that was taken out. */
export const facts = {
  "fact.delivery.delivered": "parcel delivered",
  "fact.delivery.failed": "delivery failed",
  "fact.delivery.shipped": "parcel shipped",
  "fact.order.cancelled": "order cancelled",
  "fact.order.placed": "order placed",
  "fact.order.shipped": "order shipped",
  "fact.other": "{kind} {code}",
  "fact.outage.began": "outage began",
  "fact.outage.ended": "outage ended",
  "fact.payment.debited": "payment debited",
  "fact.payment.failed": "payment failed",
  "fact.payment.refunded": "payment refunded",
}
