export const webhooks = {
  "webhooks.notFound": "There is no such webhook, or none that you may see.",
  "webhooks.delivery.notFound": "There is no such delivery. Deliveries are kept for 30 days.",
  "webhooks.isDisabled": "This webhook is switched off. Switch it on first.",
  "webhooks.url": "Give an address that begins with https:// or http://, without a name or password in it.",
  "webhooks.noEvents": "Choose at least one event.",
  "webhooks.unknownEvent": "{event} is no event. Take those of the list.",
} as const
