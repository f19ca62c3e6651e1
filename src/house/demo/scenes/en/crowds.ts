import type { CrowdTalk } from "../crowd-talk.ts"

/** What many say at once, each in their own way, in English. */
export const en: CrowdTalk = {
  outage: {
    subject: [
      "Internet down in Falmouth",
      "[Outage|Cut off] [everywhere|]?",
      "NOTHING WORKS",
      "no internet",
      "Dead line",
      "Outage in [Falmouth|Penryn|Flushing|Beacon Hill]?",
    ],
    said: [
      "No internet for [ten minutes|since 8.12|a while], [nor the phone|nor the telly]. Is it [me or everyone|you or me]?",
      "Good evening, nothing at all in [Falmouth|Penryn|Flushing], [nor next door|the whole street]. [Any idea how long?|Have you got a time?]",
      "My mother has [a panic button|a breathing machine] on this line. No light since quarter past eight. [Ring me, please|This is urgent].",
      "I'm [on call|on duty] tonight, without a line [I can't work|this is serious]. What's going on?",
      "[Again|Third time this year]. I'm sending this from [my phone|next door's]. [A refund?|I've had enough.]",
      "My children have [homework to hand in|an online exam] [tonight|at eight tomorrow]. [Please mend it|At least tell us when].",
      "no internet, box orange, [restarted 3 times|unplugged everything]",
      "We run [a tea room|a small hotel]: no card machine, and we're full. [What do we tell people?|Help.]",
    ],
    still: [
      "Back for everyone but me. [Orange light|Still cut off]. Have you forgotten me?",
      "Thank you for the free month, but here it's still [slow|dead]. [There are three of us, Signal Close.|]",
      "It worked from ten to ten, then off again this morning.",
    ],
    answer:
      "Hello,\n\nA cable was torn out on Beacon Hill at 8.12 pm; 2,960 lines are cut off, yours among them. It isn't your box. Crews are splicing it; we expect it back before 11 tomorrow. If that changes you'll hear it here before you read it elsewhere.\n\nThere is nothing you need to do.",
  },
  chair: {
    subject: ["Question for Friday", "A question for the chair", "60 hours"],
    said: [
      "Who voted for 60 hours becoming 20? [A yes or no will do.|I'd like the date and the count.]",
      "Sixty hours were in my membership. Where did I agree to twenty?",
      "I live aboard. Twenty hours is [three evenings|a week]. What do you suggest for the rest?",
      "How much does it save, exactly, and what is it spent on?",
      "Will there be something for [seafarers|people who work in port]?",
      "Why did I learn it from [a poster|the paper]?",
      "Is your salary down by two thirds as well?",
    ],
    answer:
      "Hello,\n\nYour question is in, in your own words. It will be put on Friday, or gathered with those that ask the same. If it isn't answered live it will be answered here, by six the next day at the latest.",
  },
  leak: {
    subject: ["My Goéland card", "Was I in it?", "Data breach"],
    said: [
      "I've had a Goéland card since 2012. Was [my address|I] in it? Yes or no, please.",
      "A friend says [your data is out|it has all leaked]. Should I [cancel my bank card|do anything]?",
      "Somebody rang me with my name and address “from Goéland”. Was it you?",
    ],
  },
}
