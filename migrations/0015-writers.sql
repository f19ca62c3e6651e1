-- What else somebody wrote lately is looked for whenever a mail begins a conversation (src/conversations/related-hints.ts).
create index participants_address on participants (address);
