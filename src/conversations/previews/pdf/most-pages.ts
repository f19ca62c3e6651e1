/** The pages that are drawn, at the beginning. */
export const MOST_PAGES = 10
