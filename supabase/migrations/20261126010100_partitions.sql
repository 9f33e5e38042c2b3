-- Facts lie in partitions by event time (UTC days or months), made ahead, or when the first row for
-- one comes, and dropped whole when they are older than huihui.partition_policy says.
-- Tables made before are copied over; see the runbook for how long that holds writers up.
-- Every statement may be run twice.

-- Nobody but the owner may look in here: a partition asked for by its own name is outside of the
-- policies of its table.
CREATE SCHEMA IF NOT EXISTS huihui_partitions;
REVOKE ALL ON SCHEMA huihui_partitions FROM PUBLIC;
COMMENT ON SCHEMA huihui_partitions IS 'The parts of the tables of schema huihui; read and write those';

CREATE TABLE IF NOT EXISTS huihui.partition_policy (
    table_name  text     PRIMARY KEY,
    time_column text     NOT NULL,
    unit        text     NOT NULL CHECK (unit IN ('day', 'month')),
    ahead       integer  NOT NULL CHECK (ahead BETWEEN 0 AND 60),
    keep        interval CHECK (keep > interval '0')
);
COMMENT ON COLUMN huihui.partition_policy.ahead IS 'how many units from now are made in advance';
COMMENT ON COLUMN huihui.partition_policy.keep IS 'how long a unit is kept after it has ended, by event time; NULL: for ever';
ALTER TABLE huihui.partition_policy ENABLE ROW LEVEL SECURITY;

INSERT INTO huihui.partition_policy (table_name, time_column, unit, ahead) VALUES
    ('features', 'snapshot_time', 'day', 7),
    ('opinions', 'snapshot_time', 'day', 7),
    ('market_states', 'snapshot_time', 'day', 7),
    ('verdicts', 'snapshot_time', 'day', 7),
    ('outcomes', 'snapshot_time', 'day', 7),
    ('key_levels', 'snapshot_time', 'day', 7),
    ('thresholds', 'snapshot_time', 'day', 7),
    ('explanations', 'snapshot_time', 'day', 7),
    ('signals', 'snapshot_time', 'month', 2),
    ('directives', 'snapshot_time', 'month', 2),
    ('management_directives', 'snapshot_time', 'month', 2),
    ('alerts', 'snapshot_time', 'month', 2),
    ('recommendations', 'issued_time', 'month', 2),
    ('recommendation_legs', 'issued_time', 'month', 2)
ON CONFLICT DO NOTHING;

-- Makes the partitions in which the given moments lie, where they are missing, and returns how many
-- were made. Writers may call it: rows of any event time must find a place, a replay's too. Making
-- one beside and attaching it does not hold up readers or writers of the others.
CREATE OR REPLACE FUNCTION huihui.ensure_partitions(target text, moments timestamptz[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    -- Some thirteen years of days: beyond it planning a query that names no time takes seconds.
    most_partitions CONSTANT integer := 5000;
    -- Names of partitions have four digits for the year; no market has a time before.
    earliest CONSTANT timestamptz := '1970-01-01T00:00:00Z';
    latest   CONSTANT timestamptz := '2199-12-31T00:00:00Z';
    policy huihui.partition_policy;
    lower  timestamptz;
    part   text;
    made   integer := 0;
BEGIN
    SELECT * INTO policy FROM huihui.partition_policy WHERE table_name = target;
    IF policy IS NULL OR NOT EXISTS (
        SELECT FROM pg_class WHERE oid = to_regclass(format('huihui.%I', target)) AND relkind = 'p') THEN
        RAISE EXCEPTION 'need a table in partitions, was %', target;
    END IF;
    IF EXISTS (SELECT FROM unnest(moments) AS moment WHERE NOT moment BETWEEN earliest AND latest) THEN
        RAISE EXCEPTION 'need times of % between % and %, was one beyond', target, earliest, latest;
    END IF;
    FOR lower IN SELECT DISTINCT date_trunc(policy.unit, moment, 'UTC') FROM unnest(moments) AS moment ORDER BY 1 LOOP
        part := target || to_char(lower AT TIME ZONE 'UTC', CASE policy.unit WHEN 'day' THEN '_YYYYMMDD' ELSE '_YYYYMM' END);
        IF to_regclass(format('huihui_partitions.%I', part)) IS NOT NULL THEN
            CONTINUE;
        END IF;
        -- One at a time: whoever comes second finds it made.
        PERFORM pg_advisory_xact_lock(4844855002);
        IF to_regclass(format('huihui_partitions.%I', part)) IS NOT NULL THEN
            CONTINUE;
        END IF;
        IF (SELECT count(*) FROM pg_inherits WHERE inhparent = format('huihui.%I', target)::regclass) >= most_partitions THEN
            RAISE EXCEPTION 'need at most % partitions of %, was one more at %', most_partitions, target, lower
                USING HINT = 'Set huihui.partition_policy.keep and run huihui.keep_partitions, or look where such times come from.';
        END IF;
        EXECUTE format('CREATE TABLE huihui_partitions.%I (LIKE huihui.%I INCLUDING ALL)', part, target);
        EXECUTE format('ALTER TABLE huihui_partitions.%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE huihui.%I ATTACH PARTITION huihui_partitions.%I FOR VALUES FROM (%L) TO (%L)',
            target, part, lower, ((lower AT TIME ZONE 'UTC') + ('1 ' || policy.unit)::interval) AT TIME ZONE 'UTC');
        made := made + 1;
    END LOOP;
    RETURN made;
END
$$;
REVOKE ALL ON FUNCTION huihui.ensure_partitions(text, timestamptz[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION huihui.ensure_partitions(text, timestamptz[]) TO huihui_writer;

-- Makes the partitions of the days and months to come and drops those that are too old. To be called
-- once a day by an administrator, by ./huihui partitions or any scheduler.
CREATE OR REPLACE FUNCTION huihui.keep_partitions(as_of timestamptz DEFAULT now(), OUT made integer, OUT dropped integer)
    LANGUAGE plpgsql
    -- Dropping waits for readers of the table, and everybody else waits behind it: rather next time.
    SET lock_timeout = '2s'
    SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    policy huihui.partition_policy;
    part   record;
BEGIN
    made := 0;
    dropped := 0;
    FOR policy IN SELECT * FROM huihui.partition_policy ORDER BY table_name LOOP
        made := made + huihui.ensure_partitions(policy.table_name, ARRAY(
            SELECT as_of + n * ('1 ' || policy.unit)::interval FROM generate_series(0, policy.ahead) AS n));
        FOR part IN
            SELECT child.relname AS name,
                to_date(substring(child.relname FROM '\d+$'), CASE policy.unit WHEN 'day' THEN 'YYYYMMDD' ELSE 'YYYYMM' END)
                    + ('1 ' || policy.unit)::interval AS ends
            FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid
            WHERE inhparent = format('huihui.%I', policy.table_name)::regclass
            ORDER BY 1
        LOOP
            IF part.ends <= (as_of - policy.keep) AT TIME ZONE 'UTC' THEN
                EXECUTE format('DROP TABLE huihui_partitions.%I', part.name);
                dropped := dropped + 1;
            END IF;
        END LOOP;
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION huihui.keep_partitions(timestamptz) FROM PUBLIC;

-- Each table as it was, by tenant and in partitions. Keys begin with the tenant: what one tenant
-- writes must not collide with what another has, or its rows would be lost and their keys known.
DO $$
DECLARE
    policy huihui.partition_policy;
    keys   text;
BEGIN
    FOR policy IN SELECT * FROM huihui.partition_policy ORDER BY table_name LOOP
        CONTINUE WHEN (SELECT relkind FROM pg_class WHERE oid = format('huihui.%I', policy.table_name)::regclass) = 'p';
        SELECT string_agg(quote_ident(part.attname), ', ' ORDER BY place) INTO keys
            FROM pg_constraint AS made
                CROSS JOIN unnest(made.conkey) WITH ORDINALITY AS key (number, place)
                JOIN pg_attribute AS part ON part.attrelid = made.conrelid AND part.attnum = key.number
            WHERE made.conrelid = format('huihui.%I', policy.table_name)::regclass AND made.contype = 'p';
        EXECUTE format('ALTER TABLE huihui.%I RENAME TO %I', policy.table_name, policy.table_name || '_flat');
        EXECUTE format('ALTER TABLE huihui.%I RENAME CONSTRAINT %I TO %I',
            policy.table_name || '_flat', policy.table_name || '_pkey', policy.table_name || '_flat_pkey');
        EXECUTE format('CREATE TABLE huihui.%I (LIKE huihui.%I INCLUDING DEFAULTS INCLUDING COMMENTS,'
            ' tenant text COLLATE "C" NOT NULL DEFAULT huihui.caller_tenant(), PRIMARY KEY (tenant, %s))'
            ' PARTITION BY RANGE (%I)',
            policy.table_name, policy.table_name || '_flat', keys, policy.time_column);
        -- Rows come in the order of their time, so a summary of every 32 pages finds a moment across
        -- symbols for next to nothing; the key finds a symbol.
        EXECUTE format('CREATE INDEX %I ON huihui.%I USING brin (%I) WITH (pages_per_range = 32, autosummarize = on)',
            policy.table_name || '_time', policy.table_name, policy.time_column);
        EXECUTE format('SELECT huihui.ensure_partitions(%L, ARRAY(SELECT DISTINCT date_trunc(%L, %I, ''UTC'') FROM huihui.%I))',
            policy.table_name, policy.unit, policy.time_column, policy.table_name || '_flat');
        EXECUTE format('INSERT INTO huihui.%I SELECT flat.*, ''main'' FROM huihui.%I AS flat',
            policy.table_name, policy.table_name || '_flat');
        EXECUTE format('DROP TABLE huihui.%I', policy.table_name || '_flat');
    END LOOP;
END
$$;

-- Which role may do what (grants and the policies beside them), and the wall: being restrictive, it
-- holds whatever other policies allow.
DO $$
DECLARE
    target text;
BEGIN
    FOR target IN SELECT table_name FROM huihui.partition_policy UNION ALL SELECT 'dead_letters' LOOP
        EXECUTE format('ALTER TABLE huihui.%I ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('GRANT SELECT, INSERT ON huihui.%I TO huihui_writer', target);
        EXECUTE format('GRANT SELECT ON huihui.%I TO huihui_reader, huihui_tenant', target);
        EXECUTE format('DROP POLICY IF EXISTS writer_sees ON huihui.%I', target);
        EXECUTE format('CREATE POLICY writer_sees ON huihui.%I FOR SELECT TO huihui_writer USING (true)', target);
        EXECUTE format('DROP POLICY IF EXISTS writer_adds ON huihui.%I', target);
        EXECUTE format('CREATE POLICY writer_adds ON huihui.%I FOR INSERT TO huihui_writer WITH CHECK (true)', target);
        EXECUTE format('DROP POLICY IF EXISTS reader_sees ON huihui.%I', target);
        EXECUTE format('CREATE POLICY reader_sees ON huihui.%I FOR SELECT TO huihui_reader, huihui_tenant USING (true)', target);
        EXECUTE format('DROP POLICY IF EXISTS tenant_wall ON huihui.%I', target);
        EXECUTE format('CREATE POLICY tenant_wall ON huihui.%I AS RESTRICTIVE'
            ' USING (tenant = (SELECT huihui.caller_tenant()))'
            ' WITH CHECK (tenant = (SELECT huihui.caller_tenant()))', target);
    END LOOP;
    FOREACH target IN ARRAY ARRAY['recommendations', 'recommendation_legs'] LOOP
        EXECUTE format('GRANT UPDATE ON huihui.%I TO huihui_writer', target);
        EXECUTE format('DROP POLICY IF EXISTS writer_replaces ON huihui.%I', target);
        EXECUTE format('CREATE POLICY writer_replaces ON huihui.%I FOR UPDATE TO huihui_writer USING (true) WITH CHECK (true)', target);
    END LOOP;
END
$$;

-- What stands at each place of the features is the same for all tenants.
GRANT SELECT ON huihui.feature_names TO huihui_tenant;
DROP POLICY IF EXISTS reader_sees ON huihui.feature_names;
CREATE POLICY reader_sees ON huihui.feature_names FOR SELECT TO huihui_reader, huihui_tenant USING (true);

SELECT huihui.keep_partitions();
