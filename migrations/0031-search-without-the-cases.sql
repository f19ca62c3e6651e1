-- Search weighs what was never meant for us last: of two hundred entries the few of such cases are told without reading each case.
create index cases_spam on cases (id) where category = 'spam';
