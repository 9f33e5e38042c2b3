// A symbol and a narrative get ever more of these: a question finds the latest by hub and time.
CREATE INDEX in_state_of_hub IF NOT EXISTS FOR ()-[r:IN_STATE]-() ON (r.hub, r.validFrom);
CREATE INDEX showed_of_hub IF NOT EXISTS FOR ()-[r:SHOWED]-() ON (r.hub, r.validFrom);
CREATE INDEX advised_of_hub IF NOT EXISTS FOR ()-[r:ADVISED]-() ON (r.hub, r.validFrom);
CREATE INDEX mentions_of_hub IF NOT EXISTS FOR ()-[r:MENTIONS]-() ON (r.hub, r.validFrom);
CREATE INDEX tells_of_hub IF NOT EXISTS FOR ()-[r:TELLS]-() ON (r.hub, r.validFrom);
