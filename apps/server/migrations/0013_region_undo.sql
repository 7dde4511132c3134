-- An import of regions can be taken back within 24 hours, so the application may remove what it added.
grant delete on platform.region to :app;
