// What every merge rests on: without them it would scan its label, and two at once could make a node twice.
DROP CONSTRAINT symbol_name IF EXISTS;
CREATE CONSTRAINT schema_migration_file IF NOT EXISTS FOR (n:SchemaMigration) REQUIRE n.file IS UNIQUE;
CREATE CONSTRAINT symbol_id IF NOT EXISTS FOR (n:Symbol) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sector_id IF NOT EXISTS FOR (n:Sector) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT market_state_id IF NOT EXISTS FOR (n:MarketState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_regime_id IF NOT EXISTS FOR (n:EventRegime) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT news_id IF NOT EXISTS FOR (n:News) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT narrative_id IF NOT EXISTS FOR (n:Narrative) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT narrative_change_id IF NOT EXISTS FOR (n:NarrativeChange) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT signal_id IF NOT EXISTS FOR (n:Signal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT directive_id IF NOT EXISTS FOR (n:Directive) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT snapshot_id IF NOT EXISTS FOR (n:Snapshot) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT outcome_id IF NOT EXISTS FOR (n:Outcome) REQUIRE n.id IS UNIQUE;
