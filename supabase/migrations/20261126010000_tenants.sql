-- Whose rows are whose. A tenant is a desk or a customer; every fact has one, and row-level security
-- lets a caller touch the rows of its own tenant only.
--
-- Who calls is taken from what a caller cannot set: the login of the session, or, for Supabase's API,
-- the signed claim app_metadata.tenant. A login belongs to one tenant:
--   SELECT huihui.assign_login('job_login', 'desk-a');
-- Every statement may be run twice.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huihui_tenant') THEN
        CREATE ROLE huihui_tenant NOLOGIN;
    END IF;
    -- People who sign in at a Supabase project; their tenant is in their claims.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'authenticated')
        AND NOT pg_has_role('authenticated', 'huihui_tenant', 'MEMBER') THEN
        GRANT huihui_tenant TO authenticated;
    END IF;
END
$$;
GRANT USAGE ON SCHEMA huihui TO huihui_tenant;

-- Byte order ("C"): comparing a tenant must cost as little as comparing a number.
CREATE TABLE IF NOT EXISTS huihui.tenants (
    tenant text COLLATE "C" PRIMARY KEY CHECK (tenant ~ '^[a-z][a-z0-9-]{0,40}$')
);
ALTER TABLE huihui.tenants ENABLE ROW LEVEL SECURITY;

DO $$
BEGIN
    IF to_regclass('huihui.tenant_logins') IS NULL THEN
        CREATE TABLE huihui.tenant_logins (
            login  name PRIMARY KEY,
            tenant text COLLATE "C" NOT NULL REFERENCES huihui.tenants
        );
        -- What was written before there were tenants, and whoever wrote or read it, are the first.
        INSERT INTO huihui.tenants VALUES ('main') ON CONFLICT DO NOTHING;
        INSERT INTO huihui.tenant_logins
            SELECT login.rolname, 'main'
            FROM pg_roles AS login
            WHERE login.rolcanlogin AND NOT login.rolsuper
                AND (pg_has_role(login.oid, 'huihui_writer', 'MEMBER')
                    OR pg_has_role(login.oid, 'huihui_reader', 'MEMBER'));
    END IF;
END
$$;
ALTER TABLE huihui.tenant_logins ENABLE ROW LEVEL SECURITY;

-- Returns the caller's tenant; NULL for one that has none and so sees nothing. In policies it stands
-- as (SELECT huihui.caller_tenant()): looked up once in a statement, not once a row.
CREATE OR REPLACE FUNCTION huihui.caller_tenant() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT CASE
        -- Only the API's own login may speak for others: it has checked the signature of the claims.
        WHEN session_user = 'authenticator' THEN
            pg_catalog.jsonb_extract_path_text(
                nullif(pg_catalog.current_setting('request.jwt.claims', true), '')::pg_catalog.jsonb,
                'app_metadata', 'tenant')
        ELSE (SELECT logins.tenant FROM huihui.tenant_logins AS logins WHERE logins.login = session_user)
    END
$$;
REVOKE ALL ON FUNCTION huihui.caller_tenant() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION huihui.caller_tenant() TO huihui_writer, huihui_reader, huihui_tenant;

-- Gives a login to a tenant, a new one if need be. For administrators: it runs with their rights.
CREATE OR REPLACE FUNCTION huihui.assign_login(login name, tenant text) RETURNS void
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = assign_login.login AND rolcanlogin) THEN
        RAISE EXCEPTION 'need a role that may log in, was %; create it first', login;
    END IF;
    INSERT INTO huihui.tenants VALUES (assign_login.tenant) ON CONFLICT DO NOTHING;
    INSERT INTO huihui.tenant_logins VALUES (assign_login.login, assign_login.tenant)
        ON CONFLICT ON CONSTRAINT tenant_logins_pkey DO UPDATE SET tenant = excluded.tenant;
END
$$;
REVOKE ALL ON FUNCTION huihui.assign_login(name, text) FROM PUBLIC;

-- The two tables that stay in one piece: the ledger, and dead letters, which have no event time.
DO $$
DECLARE
    target text;
    keys   text[];
BEGIN
    FOREACH target IN ARRAY ARRAY['sink_ledger', 'dead_letters'] LOOP
        EXECUTE format('ALTER TABLE huihui.%I ADD COLUMN IF NOT EXISTS tenant text COLLATE "C" NOT NULL DEFAULT ''main''', target);
        EXECUTE format('ALTER TABLE huihui.%I ALTER COLUMN tenant SET DEFAULT huihui.caller_tenant()', target);
        SELECT array_agg(quote_ident(part.attname) ORDER BY place) INTO keys
            FROM pg_constraint AS made
                CROSS JOIN unnest(made.conkey) WITH ORDINALITY AS key (number, place)
                JOIN pg_attribute AS part ON part.attrelid = made.conrelid AND part.attnum = key.number
            WHERE made.conrelid = format('huihui.%I', target)::regclass AND made.contype = 'p';
        IF NOT 'tenant' = ANY (keys) THEN
            EXECUTE format('ALTER TABLE huihui.%I DROP CONSTRAINT %I', target, target || '_pkey');
            EXECUTE format('ALTER TABLE huihui.%I ADD PRIMARY KEY (tenant, %s)', target, array_to_string(keys, ', '));
        END IF;
        EXECUTE format('DROP POLICY IF EXISTS tenant_wall ON huihui.%I', target);
        EXECUTE format('CREATE POLICY tenant_wall ON huihui.%I AS RESTRICTIVE'
            ' USING (tenant = (SELECT huihui.caller_tenant()))'
            ' WITH CHECK (tenant = (SELECT huihui.caller_tenant()))', target);
    END LOOP;
END
$$;
