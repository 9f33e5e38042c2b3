// Graphs of before migrations: names of their own per label, stays with an end that moved, regimes at the symbol.
MATCH (n:Symbol) WHERE n.id IS NULL SET n.id = n.name REMOVE n.name;
MATCH (n:MarketState) WHERE n.condition IS NOT NULL SET n.says = n.condition REMOVE n.condition, n.rulesVersion;
MATCH (n:EventRegime) WHERE n.name IS NOT NULL SET n.says = n.name REMOVE n.name;
MATCH (n:Signal) WHERE n.name IS NOT NULL SET n.says = n.name, n.detail = n.direction, n.value = n.strength
REMOVE n.name, n.direction, n.strength, n.strike, n.marketState;
MATCH (n:Directive) WHERE n.action IS NOT NULL SET n.says = n.action, n.detail = coalesce(n.thesis, n.reason), n.value = n.probability
REMOVE n.action, n.thesis, n.reason, n.probability, n.marketState;
MATCH (n:Outcome) WHERE n.realized IS NOT NULL
SET n.says = n.realized, n.detail = n.predictor + ' ' + n.horizonMinutes + 'm', n.value = n.brier
REMOVE n.realized, n.predictor, n.horizonMinutes, n.brier, n.correct, n.logReturn, n.marketState;
MATCH (n:Symbol)-[link:SHOWED|ADVISED|IN_STATE]->() WHERE link.hub IS NULL SET link.hub = n.id;
MATCH ()-[link:IN_STATE]->() WHERE link.validTo IS NOT NULL REMOVE link.validTo;
MATCH (n:Symbol)-[old:IN_REGIME]->(regime:EventRegime)
CALL (n, old) {
  MATCH (n)-[stay:IN_STATE]->(state:MarketState) WHERE stay.validFrom <= old.validFrom
  RETURN state ORDER BY stay.validFrom DESC LIMIT 1
}
MERGE (state)-[:WITH_REGIME {validFrom: old.validFrom}]->(regime);
MATCH (:Symbol)-[old:IN_REGIME]->() DELETE old;
MATCH (:Symbol)-[old:TURNED_OUT]->() DELETE old;
DROP INDEX in_state_interval IF EXISTS;
DROP INDEX in_regime_interval IF EXISTS;
DROP INDEX advised_interval IF EXISTS;
