-- What else somebody wrote lately is looked for whenever a mail begins a conversation (src/conversations/related-hints.ts).
create index participants_address on participants (address);

-- The same three, time first: PostgreSQL goes through the columns of a GIN index in their order, each beginning where the one before
-- has come to. With the words first, two common words that rarely stand together cost a walk through all that was ever written, however
-- short the stretch of time that was asked for.
drop index search_entries_words;
create index search_entries_words on search_entries using gin (spans, inbox_ids, words) with (fastupdate = on, gin_pending_list_limit = 512);
