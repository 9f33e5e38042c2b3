-- Schema, group roles and the ledger of the writers.
--
-- Roles are groups without login: grant them to the logins of a deployment, e.g.
--   GRANT huihui_writer TO job_login;  GRANT huihui_reader TO console_login;
-- Nothing here or at run time needs a superuser; applying it needs CREATEROLE and the right to
-- create a schema. Every statement may be run twice.

CREATE SCHEMA IF NOT EXISTS huihui;
COMMENT ON SCHEMA huihui IS 'Facts written by the HuiHui jobs: features, opinions, verdicts, directives, outcomes';

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huihui_writer') THEN
        CREATE ROLE huihui_writer NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'huihui_reader') THEN
        CREATE ROLE huihui_reader NOLOGIN;
    END IF;
    -- Batches are staged in a temporary table of their transaction.
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO huihui_writer', current_database());
END
$$;

REVOKE ALL ON SCHEMA huihui FROM PUBLIC;
GRANT USAGE ON SCHEMA huihui TO huihui_writer, huihui_reader;

-- One line per run of a writer: what it received since the checkpoint it started from, and how much
-- of that was new. rows_received - rows_new is what a restart replayed.
CREATE TABLE IF NOT EXISTS huihui.sink_ledger (
    job                 text        NOT NULL,
    table_name          text        NOT NULL,
    subtask             integer     NOT NULL,
    restored_checkpoint bigint      NOT NULL,
    rows_received       bigint      NOT NULL,
    rows_new            bigint      NOT NULL,
    batches             bigint      NOT NULL,
    last_batch_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (job, table_name, subtask, restored_checkpoint)
);
ALTER TABLE huihui.sink_ledger ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON huihui.sink_ledger TO huihui_writer;
GRANT SELECT ON huihui.sink_ledger TO huihui_reader;

-- What stands at each place of huihui.features.feature_values, per set of features.
CREATE TABLE IF NOT EXISTS huihui.feature_names (
    feature_set text    NOT NULL,
    place       integer NOT NULL,
    name        text    NOT NULL,
    unit        text    NOT NULL,
    PRIMARY KEY (feature_set, place)
);
ALTER TABLE huihui.feature_names ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON huihui.feature_names TO huihui_writer;
GRANT SELECT ON huihui.feature_names TO huihui_reader;

DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['sink_ledger', 'feature_names'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS writer_all ON huihui.%I', target);
        EXECUTE format('CREATE POLICY writer_all ON huihui.%I TO huihui_writer USING (true) WITH CHECK (true)', target);
        EXECUTE format('DROP POLICY IF EXISTS reader_sees ON huihui.%I', target);
        EXECUTE format('CREATE POLICY reader_sees ON huihui.%I FOR SELECT TO huihui_reader USING (true)', target);
    END LOOP;
END
$$;
