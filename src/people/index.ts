export {
  type Actor,
  type InboxRights,
  type PeopleEnv,
  type PersonActor,
  type Role,
  ROLES,
  seesInbox,
  type SystemActor,
  systemActor,
} from "./actor.ts"
export { addAgent, type NewAgent } from "./agents/add-agent.ts"
export { changeOneself } from "./agents/change-agent.ts"
export { disableAgent, enableAgent } from "./agents/disable-agent.ts"
export { accessAgent, type Agent, agentAddresses, agentNames, agentOfAddress, findAgentByEmail, signatureOf } from "./agents/find-agent.ts"
export { countAgents } from "./agents/count-agents.ts"
export { findAgentsByWords } from "./agents/find-by-words.ts"
export { firstAdministrator } from "./agents/first-administrator.ts"
export { standingAdministrator } from "./agents/standing-administrator.ts"
export { standingAgents } from "./agents/standing-agents.ts"
export { agentView } from "./agents/views.ts"
export { changeCompany, type Company, company, companyZone } from "./company/company.ts"
export { companyRoutes, companyView, logoRoute } from "./company/routes.ts"
export type { LinkMail, PeopleDeps } from "./deps.ts"
export { forgetSpentProofs } from "./jobs.ts"
export { alertWishesOf, type HowToAlert } from "./me/alert-wishes.ts"
export { isSilent, type QuietHours, silentMinutes } from "./me/quiet-hours.ts"
export { preferencesView, readPreferences } from "./me/preferences.ts"
export { meView } from "./me/views.ts"
export { atLeast, coversInboxes, requireCovers, requirePerson, requireRole } from "./rights.ts"
export { peopleRoutes, signInRoutes } from "./routes.ts"
export { actorInSession, authenticate, type Credentials, isSessionAlive, refreshActor } from "./sessions/authenticate.ts"
export { showPage } from "./sign-in/page.ts"
export { networkOf } from "./sign-in/network.ts"
export { agentsAtDesk } from "./sessions/at-desk.ts"
export { refuseOtherSites } from "./sign-in/same-origin.ts"
export { waysView } from "./sign-in/views.ts"
export { issueSignInLink, MAILED_LINK, PRINTED_LINK } from "./sign-in/sign-in-link.ts"
export { signatures } from "./agents/signatures.ts"
export { addTeam } from "./teams/change-team.ts"
export { accessTeam, type Team, teamsByIds } from "./teams/list-teams.ts"
export { addToken, type NewToken } from "./tokens/add-token.ts"
export { type Area, isScope, requireScope, type Scope, SCOPES } from "./tokens/scopes.ts"
