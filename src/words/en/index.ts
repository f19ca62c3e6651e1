import { cases } from "./cases.ts"
import { conversations } from "./conversations.ts"
import { mail } from "./mail.ts"
import { people } from "./people.ts"
import { house } from "./house.ts"
import { operations } from "./operations.ts"
import { request } from "./request.ts"
import { search } from "./search.ts"
import { contacts } from "./contacts.ts"
import { audit } from "./audit.ts"

/** Every sentence shown to a person, in English. The French catalogue must say the same things. */
export const en = { ...cases, ...mail, ...people, ...house, ...operations, ...request, ...search, ...conversations, ...contacts, ...audit }
