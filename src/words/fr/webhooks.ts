import type { webhooks as english } from "../en/webhooks.ts"
import type { Sentence } from "../index.ts"

export const webhooks = {
  "webhooks.notFound": "Ce webhook n’existe pas, ou vous ne pouvez pas le voir.",
  "webhooks.delivery.notFound": "Cet envoi n’existe pas. Les envois sont gardés 30 jours.",
  "webhooks.isDisabled": "Ce webhook est arrêté. Remettez-le d’abord en marche.",
  "webhooks.url": "Donnez une adresse qui commence par https:// ou http://, sans nom ni mot de passe dedans.",
  "webhooks.noEvents": "Choisissez au moins un événement.",
  "webhooks.unknownEvent": "{event} n’est pas un événement. Prenez ceux de la liste.",
} satisfies Record<keyof typeof english, Sentence>
