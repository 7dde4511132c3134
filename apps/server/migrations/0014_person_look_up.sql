-- An import finds each row's person by name or citizen ID: 5,000 rows must not be 5,000 scans (bar U5).
create index person_name on identity.person (centre_id, name);

create index person_citizen_id on identity.person (centre_id, citizen_id) where citizen_id is not null;
