/** What browsers are told while no desk is open. */
export const push = {
  "push.endpoint": "The address of a push service over https",
  "push.keys": "The keys that the browser gave with its subscription",
  "push.notFound": "There is no such browser of yours",
  "push.test.title": "Vigie reaches you here",
  "push.test.body": "This is how you are told while no desk is open.",
} as const
