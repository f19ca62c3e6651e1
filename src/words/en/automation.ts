export const automation = {
  "cases.automation.notFound": "There is no such rule, or none that you may see.",
  "cases.automation.noAction": "Say what the rule does.",
  "cases.automation.noText": "Write the text, or choose a template.",
  "cases.automation.inbox": "There is no such inbox, or none that you may see. Take those of the list.",
  "cases.automation.webhook": "There is no such webhook, it is switched off, or it is for other inboxes.",
  "cases.automation.untried": "Look first at what this rule would have done to past cases. One click runs it, nothing is changed.",
  "cases.automation.dryRun.notFound": "There is no such dry run.",
  "cases.automation.dryRun.ended": "This dry run has already ended.",
  "cases.automation.run.notFound": "There is no such run, or none that you may see.",
  "cases.automation.run.undone": "This run has already been taken back.",
} as const
