/** Whether fields grow with their words by themselves; elsewhere a mirror of the words makes room. */
export const GROWS = CSS.supports("field-sizing", "content")
