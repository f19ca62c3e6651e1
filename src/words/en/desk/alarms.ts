/** Surges that were called, and what people say of them. */
export const alarms = {
  "listen.alarm.lead":
    "An alarm says that far more is said than usual, by more people. Say whether it was right: how often alarms are right is shown with each.",
  "listen.alarm.onlyOpen": "Only unanswered",
  "listen.alarm.none": "No surge was called yet.",
  "listen.alarm.noneOpen": "All alarms are answered.",
  "listen.alarm.noneHelp":
    "Each watch, each inbox and each tag learns what is usual for it; what stands out far above that comes up here within minutes.",
  "listen.alarm.called": "called",
  "listen.alarm.on": "Since {since}: {people}, {posts}.",
  "listen.alarm.height": "{count} in five minutes; {usual} is usual, more than {seldom} is rare.",
  "listen.alarm.heightLong": "{count} every five minutes, for {minutes} minutes; {usual} is usual, more than {seldom} is rare.",
  "listen.alarm.heightNow": "{count} in five minutes; at this hour {usual} is usual, more than {seldom} is rare.",
  "listen.alarm.heightNowLong":
    "{count} every five minutes, for {minutes} minutes; at this hour {usual} is usual, more than {seldom} is rare.",
  "listen.alarm.strength": "That is {strength} times what it takes for an alarm.",
  "listen.alarm.part": "Not all sources were read: more was said than was heard.",
  "listen.alarm.mentions": "On what",
  "listen.alarm.all": "All that was said since then",
  "listen.alarm.ask": "Was it right?",
  "listen.alarm.right": "It was right",
  "listen.alarm.wrong": "It was wrong",
  "listen.alarm.is.right": "right",
  "listen.alarm.is.wrong": "wrong",
  "listen.alarm.said.right": "Kept: the alarm of “{name}” was right.",
  "listen.alarm.said.wrong": "Kept: the alarm of “{name}” was wrong.",
  "listen.alarm.first": "The first in {days} days.",
  "listen.alarm.unjudged": {
    one: "{count} alarm in {days} days; nobody said whether it was right.",
    other: "{count} alarms in {days} days; nobody said whether they were right.",
  },
  "listen.alarm.track": {
    one: "{count} alarm in {days} days: right {right} of {judged} times that people said.",
    other: "{count} alarms in {days} days: right {right} of {judged} times that people said.",
  },
}
