export { accountRoutes } from "./account-routes.ts"
export { SocialAccountView } from "./account-view.ts"
export { socialChannel } from "./social-channel.ts"
export type { SocialDeps } from "./social-deps.ts"
