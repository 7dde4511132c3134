-- A new authenticator's secret waits here until its first code is right; the one in use stays in force meanwhile.
alter table identity.account add column totp_pending text;
