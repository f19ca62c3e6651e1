import type { Foundables, SearchDeps } from "#cases"
import { contactsForSearch } from "#contacts"
import { messagesForSearch, noteForSearch, textsForSearch } from "#conversations"
import { agentNames, findAgentsByWords } from "#people"

/** What the rooms below tell the search of what can be found. */
export const foundables: Foundables = {
  messages: messagesForSearch,
  async note(reader, id) {
    const note = await noteForSearch(reader, id)
    if (!note) return null
    const names = await agentNames(reader, note.agentId ? [note.agentId] : [])
    return { ...note, author: (note.agentId && names.get(note.agentId)) || "" }
  },
  contacts: contactsForSearch,
}

export const searchDeps: SearchDeps = { textsOf: textsForSearch, findAgents: findAgentsByWords }
