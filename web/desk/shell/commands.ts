import type { IconName } from "../parts/icon-paths.ts"

/** Sections of the cheat sheet and of the command bar, in this order. */
export const GROUPS = ["move", "select", "case", "write", "listen", "go", "desk"] as const
export type CommandGroup = (typeof GROUPS)[number]

export interface Command {
  group: CommandGroup
  /** What does it until an agent says otherwise: "e", "J", "g m" (one after the other), "Mod+Enter" (⌘ or Ctrl). */
  keys: readonly string[]
  icon?: IconName
  /** Works in a field, too. Only for keys held with Mod or Alt. */
  typing?: boolean
  /** Goes on while the key is held. */
  repeats?: boolean
  /** Isn't offered in the command bar: it moves what the bar would cover. */
  keyOnly?: boolean
}

const command = <T extends Record<string, Command>>(all: T): { readonly [Id in keyof T]: Command } => all

/**
 * Everything that can be done by a key or by name in the command bar. Each has a sentence `command.<id>` in words/…/desk/keys.ts;
 * what it does now is said by whoever can do it, with `useCommands`.
 */
export const COMMANDS = command({
  "list.next": { group: "move", keys: ["j"], repeats: true, keyOnly: true },
  "list.previous": { group: "move", keys: ["k"], repeats: true, keyOnly: true },
  "list.open": { group: "move", keys: ["o"], keyOnly: true },
  "list.back": { group: "move", keys: ["u"], icon: "back" },
  "list.search": { group: "move", keys: ["/"], icon: "search" },

  "select.one": { group: "select", keys: ["x"], keyOnly: true },
  "select.next": { group: "select", keys: ["J"], repeats: true, keyOnly: true },
  "select.previous": { group: "select", keys: ["K"], repeats: true, keyOnly: true },
  "select.all": { group: "select", keys: ["X"], icon: "resolved" },

  "case.reply": { group: "case", keys: ["r"], icon: "reply" },
  "case.note": { group: "case", keys: ["n"], icon: "note" },
  "case.assign": { group: "case", keys: ["a"], icon: "assign" },
  "case.take": { group: "case", keys: ["i"], icon: "person" },
  "case.resolve": { group: "case", keys: ["e"], icon: "resolved" },
  "case.snooze": { group: "case", keys: ["m"], icon: "snoozed" },
  "case.spam": { group: "case", keys: ["!"], icon: "spam" },
  "case.original": { group: "case", keys: ["d"], icon: "original" },
  "case.panel": { group: "case", keys: ["p"], icon: "panel" },
  "case.unread": { group: "case", keys: ["U"], icon: "dot" },
  "case.article": { group: "case", keys: ["b"], icon: "book" },
  "case.insert": { group: "case", keys: ["Mod+i"], icon: "book", typing: true },
  "case.promise": { group: "case", keys: [], icon: "promises" },
  "case.decide": { group: "case", keys: [], icon: "decision" },
  "case.follow": { group: "case", keys: [], icon: "followed" },
  "case.tags": { group: "case", keys: [], icon: "tag" },
  "case.merge": { group: "case", keys: [], icon: "merge" },
  "case.split": { group: "case", keys: [], icon: "split" },
  "case.link": { group: "case", keys: [], icon: "link" },
  "case.export": { group: "case", keys: [], icon: "file" },
  "case.copyLink": { group: "case", keys: ["Mod+Shift+l"], icon: "link" },

  "write.first": { group: "write", keys: ["c"], icon: "write" },
  "write.send": { group: "write", keys: ["Mod+Enter"], icon: "send", typing: true, keyOnly: true },

  "query.problem": { group: "listen", keys: ["Alt+ArrowDown"], icon: "warning", typing: true },
  "query.help": { group: "listen", keys: ["Alt+ArrowUp"], icon: "help", typing: true },
  "watch.new": { group: "listen", keys: ["c"], icon: "plus" },
  "alarm.take": { group: "listen", keys: ["i"], icon: "person" },
  "alarm.right": { group: "listen", keys: ["y"], icon: "resolved" },
  "alarm.wrong": { group: "listen", keys: ["n"], icon: "close" },

  "tie.confirm": { group: "listen", keys: ["y"], icon: "link" },
  "tie.refuse": { group: "listen", keys: ["n"], icon: "close" },
  "tie.byHand": { group: "listen", keys: ["t"], icon: "link" },
  "mention.decide": { group: "listen", keys: ["d"], icon: "decision" },
  "mention.story": { group: "listen", keys: ["s"], icon: "right" },
  "story.split": { group: "listen", keys: ["s"], icon: "split" },
  "story.move": { group: "listen", keys: ["m"], icon: "right" },
  "story.merge": { group: "listen", keys: ["M"], icon: "merge" },

  "go.mine": { group: "go", keys: ["g m", "1"], icon: "mine" },
  "go.unassigned": { group: "go", keys: ["g u", "2"], icon: "unassigned" },
  "go.all": { group: "go", keys: ["g a", "3"], icon: "all" },
  "go.waiting": { group: "go", keys: ["g w"], icon: "waiting" },
  "go.promises": { group: "go", keys: ["g p"], icon: "promises" },
  "go.followed": { group: "go", keys: ["g f"], icon: "followed" },
  "go.snoozed": { group: "go", keys: ["g z"], icon: "snoozed" },
  "go.resolved": { group: "go", keys: ["g r"], icon: "resolved" },
  "go.figures": { group: "go", keys: ["g i"], icon: "figures" },
  "go.knowledge": { group: "go", keys: ["g k"], icon: "book" },
  "go.listening": { group: "go", keys: ["g l"], icon: "ear" },
  "go.inbox": { group: "go", keys: ["g n"], icon: "bell" },
  "go.settings": { group: "go", keys: ["g s"], icon: "settings" },

  "desk.bar": { group: "desk", keys: ["Mod+k"], icon: "search", typing: true, keyOnly: true },
  "desk.undo": { group: "desk", keys: ["z"], icon: "undo" },
  "desk.help": { group: "desk", keys: ["?"], icon: "help" },
  "view.new": { group: "desk", keys: [], icon: "plus" },
  "desk.language": { group: "desk", keys: [], icon: "right" },
  "desk.signOut": { group: "desk", keys: [], icon: "out" },
  "desk.density": { group: "desk", keys: [], icon: "all" },
  "desk.appearance": { group: "desk", keys: [], icon: "settings" },
})

export type CommandId = keyof typeof COMMANDS

export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]
