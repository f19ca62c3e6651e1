-- The company itself, and how far its administrators have set Vigie up.

create table company (
  single      boolean primary key default true check (single),
  name        text not null default '',
  language    text not null default 'en' check (language in ('en', 'fr')),
  time_zone   text,                              -- null: as VIGIE_TIME_ZONE says
  logo        bytea,
  logo_type   text check (logo_type in ('image/png', 'image/jpeg', 'image/webp')),
  skipped     text[] not null default '{}',      -- steps of setting up that somebody chose to leave out
  finished_at timestamptz,                       -- setting up is done, or done with
  updated_at  timestamptz not null,
  check ((logo is null) = (logo_type is null))
);
