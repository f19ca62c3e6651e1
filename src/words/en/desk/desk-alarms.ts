/** Surges of what customers write. */
export const deskAlarms = {
  "listen.alarm.of.inbox": "Inbox",
  "listen.alarm.of.topic": "Topic",
  "listen.alarm.onDesk": "Since {since}: {people}, {messages}, {cases}.",
  "listen.alarm.messages": { one: "{count} message", other: "{count} messages" },
  "listen.alarm.opened": { one: "{count} new case", other: "{count} new cases" },
  "listen.alarm.partDesk": "Not all mail was in yet: more was written than is counted.",
  "listen.alarm.cases": "In which cases",
  "listen.alarm.noCases": "None of these cases is yours to see.",
}
