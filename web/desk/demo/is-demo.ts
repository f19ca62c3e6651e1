/** Whether this desk shows the example company: the page that the server gave says so. */
export const isDemo = document.documentElement.dataset["demo"] !== undefined
