-- Where the server has pgvector, the job may compare past situations there (memory.engine PGVECTOR): in temporary
-- tables of its own, so huihui_writer needs the extension's schema and nothing else. On servers without it nothing
-- happens; once it is installed, an administrator runs the two statements below.
-- Every statement may be run twice.

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') THEN
        IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'vector') THEN
            -- Supabase keeps extensions in this schema, too.
            CREATE SCHEMA IF NOT EXISTS extensions;
            CREATE EXTENSION vector SCHEMA extensions;
        END IF;
        EXECUTE format('GRANT USAGE ON SCHEMA %s TO huihui_writer',
            (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'vector'));
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'huihui: pgvector is there, and this login may not create it or let huihui_writer use it: %', SQLERRM;
END
$$;
