-- What a person reads beside a directive: the legs of a followed trade, alerts, explanations, key
-- levels, thresholds. Times are event time; recorded_at alone is the server's clock. A missing value is NULL.

CREATE TABLE IF NOT EXISTS huihui.recommendation_legs (
    symbol               text             NOT NULL,
    issued_time          timestamptz      NOT NULL,
    recommendation_id    text             NOT NULL,
    place                integer          NOT NULL,
    updated_time         timestamptz      NOT NULL,
    side                 text             NOT NULL,
    kind                 text             NOT NULL,
    quantity             integer          NOT NULL,
    days_to_expiry_least integer          NOT NULL,
    days_to_expiry_most  integer          NOT NULL,
    delta_low            double precision NOT NULL,
    delta_high           double precision NOT NULL,
    root                 text,
    expiry               timestamptz,
    strike               double precision,
    entry_price          double precision,
    implied_vol_annual   double precision,
    delta                double precision,
    liquidity_score      double precision,
    stop_price           double precision,
    target_prices        double precision[] NOT NULL,
    recorded_at          timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, issued_time, recommendation_id, place)
);
COMMENT ON COLUMN huihui.recommendation_legs.strike IS 'NULL, as all that follows from the contract, until one is chosen from a chain';
COMMENT ON COLUMN huihui.recommendation_legs.entry_price IS 'option premium per share, as stop_price and target_prices';

-- The options of a followed trade: value per share of one unit, net of all legs; profit in currency,
-- for all units, after spreads and commissions.
ALTER TABLE huihui.recommendations ADD COLUMN IF NOT EXISTS units        bigint;
ALTER TABLE huihui.recommendations ADD COLUMN IF NOT EXISTS open_units   bigint;
ALTER TABLE huihui.recommendations ADD COLUMN IF NOT EXISTS filled_time  timestamptz;
ALTER TABLE huihui.recommendations ADD COLUMN IF NOT EXISTS entry_value  double precision;
ALTER TABLE huihui.recommendations ADD COLUMN IF NOT EXISTS value        double precision;
ALTER TABLE huihui.recommendations ADD COLUMN IF NOT EXISTS profit       double precision;
ALTER TABLE huihui.recommendations ADD COLUMN IF NOT EXISTS worst_profit double precision;
ALTER TABLE huihui.recommendations ADD COLUMN IF NOT EXISTS best_profit  double precision;
COMMENT ON COLUMN huihui.recommendations.units IS 'NULL, as all that follows, when no options were chosen';

CREATE TABLE IF NOT EXISTS huihui.alerts (
    symbol        text        NOT NULL,
    snapshot_time timestamptz NOT NULL,
    kind          text        NOT NULL,
    subject       text        NOT NULL,
    id            text        NOT NULL,
    severity      text        NOT NULL,
    sentence      text        NOT NULL,
    signal_id     text,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, kind, subject)
);

CREATE TABLE IF NOT EXISTS huihui.explanations (
    symbol              text             NOT NULL,
    snapshot_time       timestamptz      NOT NULL,
    subject_id          text             NOT NULL,
    written_by          text             NOT NULL,
    base                double precision NOT NULL,
    contribution_inputs text[]           NOT NULL,
    contribution_values double precision[] NOT NULL,
    score               double precision NOT NULL,
    body                text             NOT NULL,
    recorded_at         timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, subject_id, written_by)
);
COMMENT ON COLUMN huihui.explanations.score IS 'base + the sum of contribution_values';

CREATE TABLE IF NOT EXISTS huihui.key_levels (
    symbol          text             NOT NULL,
    snapshot_time   timestamptz      NOT NULL,
    config_version  text             NOT NULL,
    place           integer          NOT NULL,
    price           double precision NOT NULL,
    type            text             NOT NULL,
    score           double precision NOT NULL,
    sources         text[]           NOT NULL,
    first_seen_time timestamptz      NOT NULL,
    touches         integer          NOT NULL,
    last_outcome    text             NOT NULL,
    recorded_at     timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, config_version, place)
);
COMMENT ON COLUMN huihui.key_levels.place IS 'among the levels of the snapshot, 0 = lowest price';

CREATE TABLE IF NOT EXISTS huihui.thresholds (
    symbol        text             NOT NULL,
    snapshot_time timestamptz      NOT NULL,
    metric        text             NOT NULL,
    session       text             NOT NULL,
    from_history  boolean          NOT NULL,
    samples       bigint           NOT NULL,
    extreme_low   double precision NOT NULL,
    strong_low    double precision NOT NULL,
    confirm_low   double precision NOT NULL,
    confirm_high  double precision NOT NULL,
    strong_high   double precision NOT NULL,
    extreme_high  double precision NOT NULL,
    recorded_at   timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, metric)
);
COMMENT ON COLUMN huihui.thresholds.from_history IS 'false: the static levels stand in, since the history of the session is too short';

-- Facts are only ever added; the writer may neither change nor delete them.
DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['recommendation_legs', 'alerts', 'explanations', 'key_levels', 'thresholds'] LOOP
        EXECUTE format('ALTER TABLE huihui.%I ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('GRANT SELECT, INSERT ON huihui.%I TO huihui_writer', target);
        EXECUTE format('GRANT SELECT ON huihui.%I TO huihui_reader', target);
        EXECUTE format('DROP POLICY IF EXISTS writer_sees ON huihui.%I', target);
        EXECUTE format('CREATE POLICY writer_sees ON huihui.%I FOR SELECT TO huihui_writer USING (true)', target);
        EXECUTE format('DROP POLICY IF EXISTS writer_adds ON huihui.%I', target);
        EXECUTE format('CREATE POLICY writer_adds ON huihui.%I FOR INSERT TO huihui_writer WITH CHECK (true)', target);
        EXECUTE format('DROP POLICY IF EXISTS reader_sees ON huihui.%I', target);
        EXECUTE format('CREATE POLICY reader_sees ON huihui.%I FOR SELECT TO huihui_reader USING (true)', target);
    END LOOP;
END
$$;

-- As huihui.recommendations: the newest snapshot of a trade stands.
GRANT UPDATE ON huihui.recommendation_legs TO huihui_writer;
DROP POLICY IF EXISTS writer_replaces ON huihui.recommendation_legs;
CREATE POLICY writer_replaces ON huihui.recommendation_legs FOR UPDATE TO huihui_writer USING (true) WITH CHECK (true);
