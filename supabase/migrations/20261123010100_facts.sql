-- The facts. Each row's primary key is the identity of its record, so that a replayed row is
-- recognised. Keys hold the event time, so that a table can be partitioned by it later.
-- Times are event time; recorded_at alone is the server's clock. A missing value is NULL.
-- Probabilities are 0..1; <up|down|flat>_<n>m is the thesis over n minutes.

CREATE TABLE IF NOT EXISTS huihui.features (
    symbol                text             NOT NULL,
    snapshot_time         timestamptz      NOT NULL,
    revision              integer          NOT NULL,
    mid                   double precision,
    realized_vol_30m      double precision,
    atm_iv_30d            double precision,
    gib_inventory         double precision,
    gamma_flip            double precision,
    net_premium_flow_5m   double precision,
    microprice_pressure   double precision,
    feature_set           text             NOT NULL,
    feature_values        double precision[] NOT NULL,
    feature_qualities     text             NOT NULL,
    recorded_at           timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, revision)
);
COMMENT ON COLUMN huihui.features.feature_values IS 'all features; place i is huihui.feature_names.place i of the same feature_set; NULL = missing';
COMMENT ON COLUMN huihui.features.feature_qualities IS 'one letter per feature: O ok, W warm-up, S stale, P partial, D degenerate, C clipped, Y synthetic, A absent';

CREATE TABLE IF NOT EXISTS huihui.opinions (
    symbol              text             NOT NULL,
    snapshot_time       timestamptz      NOT NULL,
    expert              text             NOT NULL,
    model_version       text             NOT NULL,
    confidence          double precision NOT NULL,
    up_5m double precision NOT NULL, down_5m double precision NOT NULL, flat_5m double precision NOT NULL,
    up_15m double precision NOT NULL, down_15m double precision NOT NULL, flat_15m double precision NOT NULL,
    up_60m double precision NOT NULL, down_60m double precision NOT NULL, flat_60m double precision NOT NULL,
    vol_expand          double precision NOT NULL,
    vol_contract        double precision NOT NULL,
    vol_same            double precision NOT NULL,
    contribution_inputs text[]           NOT NULL,
    contribution_values double precision[] NOT NULL,
    quality_inputs      text[]           NOT NULL,
    qualities           text[]           NOT NULL,
    abstained           boolean          NOT NULL,
    abstain_reason      text,
    recorded_at         timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, expert, model_version)
);

CREATE TABLE IF NOT EXISTS huihui.market_states (
    symbol         text             NOT NULL,
    snapshot_time  timestamptz      NOT NULL,
    rules_version  text             NOT NULL,
    condition      text             NOT NULL,
    condition_since timestamptz     NOT NULL,
    trend          text             NOT NULL,
    posterior      double precision[] NOT NULL,
    entropy_nats   double precision NOT NULL,
    event_regimes  text[]           NOT NULL,
    recorded_at    timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, rules_version)
);

CREATE TABLE IF NOT EXISTS huihui.verdicts (
    symbol              text             NOT NULL,
    snapshot_time       timestamptz      NOT NULL,
    gate_version        text             NOT NULL,
    confidence          double precision NOT NULL,
    agreement           double precision NOT NULL,
    up_5m double precision NOT NULL, down_5m double precision NOT NULL, flat_5m double precision NOT NULL,
    up_15m double precision NOT NULL, down_15m double precision NOT NULL, flat_15m double precision NOT NULL,
    up_60m double precision NOT NULL, down_60m double precision NOT NULL, flat_60m double precision NOT NULL,
    vol_expand          double precision NOT NULL,
    vol_contract        double precision NOT NULL,
    vol_same            double precision NOT NULL,
    weight_experts      text[]           NOT NULL,
    weights             double precision[] NOT NULL,
    answered            text[]           NOT NULL,
    missing             text[]           NOT NULL,
    contribution_inputs text[]           NOT NULL,
    contribution_values double precision[] NOT NULL,
    market_state        text             NOT NULL,
    event_regimes       text[]           NOT NULL,
    conflicted          boolean          NOT NULL,
    recorded_at         timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, gate_version)
);

CREATE TABLE IF NOT EXISTS huihui.signals (
    symbol          text             NOT NULL,
    snapshot_time   timestamptz      NOT NULL,
    name            text             NOT NULL,
    id              text             NOT NULL,
    direction       text             NOT NULL,
    strength        double precision NOT NULL,
    strike          double precision,
    divergent       boolean          NOT NULL,
    market_state    text             NOT NULL,
    evidence_metrics    text[]       NOT NULL,
    evidence_values     double precision[] NOT NULL,
    evidence_thresholds double precision[] NOT NULL,
    recorded_at     timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, name)
);

CREATE TABLE IF NOT EXISTS huihui.directives (
    symbol              text             NOT NULL,
    snapshot_time       timestamptz      NOT NULL,
    config_version      text             NOT NULL,
    id                  text             NOT NULL,
    action              text             NOT NULL,
    no_trade_reason     text,
    reason              text             NOT NULL,
    thesis              text,
    structure           text,
    horizon_minutes     bigint,
    days_to_expiry_least bigint,
    days_to_expiry_most bigint,
    stop_price          double precision,
    target_prices       double precision[] NOT NULL,
    exit_by             timestamptz,
    risk_budget         double precision,
    underlying_price    double precision,
    conviction          double precision,
    probability         double precision,
    rationale_inputs    text[]           NOT NULL,
    rationale_log_odds  double precision[] NOT NULL,
    market_state        text             NOT NULL,
    event_regimes       text[]           NOT NULL,
    signals             text[]           NOT NULL,
    gate_version        text             NOT NULL,
    analysis_id         text             NOT NULL,
    recorded_at         timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, config_version)
);
COMMENT ON COLUMN huihui.directives.stop_price IS 'price of the underlying';

CREATE TABLE IF NOT EXISTS huihui.management_directives (
    symbol            text             NOT NULL,
    snapshot_time     timestamptz      NOT NULL,
    id                text             NOT NULL,
    recommendation_id text             NOT NULL,
    action            text             NOT NULL,
    reason_code       text             NOT NULL,
    stop_price        double precision,
    target_prices     double precision[] NOT NULL,
    fraction          double precision NOT NULL,
    recorded_at       timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, id)
);

-- The one table whose rows change: where each followed trade stands. A later snapshot replaces.
CREATE TABLE IF NOT EXISTS huihui.recommendations (
    symbol             text             NOT NULL,
    issued_time        timestamptz      NOT NULL,
    id                 text             NOT NULL,
    updated_time       timestamptz      NOT NULL,
    directive_id       text             NOT NULL,
    thesis             text             NOT NULL,
    structure          text             NOT NULL,
    status             text             NOT NULL,
    entry_price        double precision NOT NULL,
    stop_price         double precision,
    target_prices      double precision[] NOT NULL,
    open_fraction      double precision NOT NULL,
    conviction         double precision NOT NULL,
    state_at_issue     text             NOT NULL,
    state_at_exit      text,
    exit_by            timestamptz      NOT NULL,
    exit_time          timestamptz,
    exit_reason        text,
    return_percent     double precision NOT NULL,
    worst_percent      double precision NOT NULL,
    best_percent       double precision NOT NULL,
    signals            text[]           NOT NULL,
    gate_version       text             NOT NULL,
    config_version     text             NOT NULL,
    recorded_at        timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, issued_time, id)
);

CREATE TABLE IF NOT EXISTS huihui.outcomes (
    symbol          text             NOT NULL,
    snapshot_time   timestamptz      NOT NULL,
    predictor       text             NOT NULL,
    horizon_minutes integer          NOT NULL,
    model_version   text             NOT NULL,
    known_time      timestamptz      NOT NULL,
    up              double precision NOT NULL,
    down            double precision NOT NULL,
    flat            double precision NOT NULL,
    realized        text             NOT NULL,
    log_return      double precision NOT NULL,
    sigma           double precision NOT NULL,
    market_state    text             NOT NULL,
    brier           double precision NOT NULL,
    log_loss        double precision NOT NULL,
    correct         boolean          NOT NULL,
    abstained       boolean          NOT NULL,
    recorded_at     timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, snapshot_time, predictor, horizon_minutes, model_version)
);
COMMENT ON COLUMN huihui.outcomes.known_time IS 'snapshot_time + horizon: nobody may use the row for an earlier moment';

CREATE TABLE IF NOT EXISTS huihui.dead_letters (
    topic         text        NOT NULL,
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    digest        text        NOT NULL,
    reason        text        NOT NULL,
    payload       text        NOT NULL,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, partition, record_offset, digest)
);
COMMENT ON COLUMN huihui.dead_letters.payload IS 'the raw bytes, base64';
COMMENT ON COLUMN huihui.dead_letters.digest IS 'SHA-256 of reason and payload: one record may be refused for two reasons';

-- Facts are only ever added; the writer may neither change nor delete them.
DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY[
        'features', 'opinions', 'market_states', 'verdicts', 'signals', 'directives',
        'management_directives', 'recommendations', 'outcomes', 'dead_letters'] LOOP
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

GRANT UPDATE ON huihui.recommendations TO huihui_writer;
DROP POLICY IF EXISTS writer_replaces ON huihui.recommendations;
CREATE POLICY writer_replaces ON huihui.recommendations FOR UPDATE TO huihui_writer USING (true) WITH CHECK (true);
