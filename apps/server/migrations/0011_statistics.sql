-- What may be counted in public: each view leaves out every person, and sees only the centre of its reader (security_invoker).

create view hall.pub_service with (security_invoker = true) as
select centre_id, key, line_key, zone_key, state from hall.service;

grant select on hall.pub_service to :app;

create view hall.pub_application with (security_invoker = true) as
select a.centre_id, s.line_key, s.key as service_key, a.state, left(a.region_code, 9) as township_code, a.submitted_at,
  a.accepted_at, a.closed_at, a.due_on
from hall.application a join hall.service s on s.centre_id = a.centre_id and s.id = a.service_id;

grant select on hall.pub_application to :app;

create view hall.pub_enquiry with (security_invoker = true) as
select centre_id, kind, state, created_at, answered_at from hall.enquiry;

grant select on hall.pub_enquiry to :app;

create view content.pub_publication with (security_invoker = true) as
select centre_id, column_key, published_at from content.publication;

grant select on content.pub_publication to :app;

create view centre.pub_station with (security_invoker = true) as
select centre_id, level, state, left(region_code, 9) as township_code, opened_on from centre.station;

grant select on centre.pub_station to :app;

create view centre.pub_zone with (security_invoker = true) as
select centre_id, key, position, name, name_en, state from centre.zone;

grant select on centre.pub_zone to :app;

create view plan.pub_activity with (security_invoker = true) as
select centre_id, key, status, milestone, actual_date, head_count from plan.activity;

grant select on plan.pub_activity to :app;
