-- What was said on one site, or in one country, is found by an index; without, all mentions are read until there are enough.
create index mentions_site on mentions (site, said_at desc, id desc) where gone_at is null;
create index mentions_country on mentions (country, said_at desc, id desc) where gone_at is null and country is not null;
