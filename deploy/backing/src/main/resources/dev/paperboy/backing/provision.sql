-- A login role and a schema of its own for each service; nobody reads another's. Run as superuser in
-- the database "paperboy", as often as you like. The passwords are settings of the session:
--   PGOPTIONS="-c paperboy.ingest_password=… -c paperboy.classify_password=… -c paperboy.notify_password=…"
DO $provision$
DECLARE
  service text;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  FOREACH service IN ARRAY ARRAY['ingest', 'classify', 'notify'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = service) THEN
      EXECUTE format('CREATE ROLE %I', service);
    END IF;
    EXECUTE format(
      'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %L',
      service, current_setting(format('paperboy.%s_password', service)));
    EXECUTE format('ALTER ROLE %I SET search_path = %I', service, service);
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), service);
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, service);
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', service);
  END LOOP;
END
$provision$;
