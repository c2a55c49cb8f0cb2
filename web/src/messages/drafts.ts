/** What was written and not sent, by room, while the page is open. */
export const drafts = new Map<string, string>();
