-- A word that few stories have in their titles is found by an index; without, all titles are read.
set local maintenance_work_mem = '256MB'; -- nobody writes while an index is made
create index stories_title_words on stories using gin (title gin_trgm_ops);
create index story_headlines_words on story_headlines using gin (headline gin_trgm_ops);
