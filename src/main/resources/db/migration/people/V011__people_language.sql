-- The language forms are printed in for a user.
alter table app_user add column language text not null default 'en' check (language in ('en', 'zh'));
