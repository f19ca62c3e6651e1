export { createApp } from "./app.ts"
export type { MailOptions } from "./open-mail.ts"
export { type House, openHouse } from "./open-house.ts"
