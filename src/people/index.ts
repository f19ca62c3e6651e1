export { type Actor, type InboxRights, type PeopleEnv, type PersonActor, type Role, ROLES, seesInbox, type SystemActor, systemActor } from "./actor.ts"
