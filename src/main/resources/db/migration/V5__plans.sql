-- Plans: what would be done, by relation and field, before anybody lets it be done; and what was let.

-- What a run is to restore: to a moment, or to what stood before another run.
CREATE TABLE restore (
    run_id      bigint PRIMARY KEY REFERENCES run ON DELETE CASCADE,
    at          timestamptz,
    undoes      bigint REFERENCES run,
    relation_id bigint,
    field       text NOT NULL,
    -- the relation up to which it is planned
    position    bigint NOT NULL DEFAULT 0,
    CHECK ((at IS NULL) <> (undoes IS NULL))
);

-- One relation of a plan. The look at its root is counted in run_item once it is applied.
CREATE TABLE plan_item (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id      bigint NOT NULL REFERENCES run ON DELETE CASCADE,
    relation_id bigint NOT NULL,
    side        smallint NOT NULL,
    root        text NOT NULL,
    bucket      text NOT NULL,
    body        bytea NOT NULL,
    selected    boolean NOT NULL DEFAULT false
);
CREATE INDEX plan_items_of_run ON plan_item (run_id, id);
CREATE INDEX plan_items_of_relation ON plan_item (relation_id, run_id);
ALTER TABLE plan_item ALTER body SET STORAGE EXTERNAL;

-- What people want by having applied a plan, until a look has carried it out or found it overtaken: one value per side and field, or a cut.
CREATE TABLE wanted (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    relation_id bigint NOT NULL REFERENCES relation ON DELETE CASCADE,
    place       text NOT NULL,
    run_id      bigint NOT NULL REFERENCES run ON DELETE CASCADE,
    body        bytea NOT NULL,
    at          timestamptz NOT NULL DEFAULT hub_now()
);
CREATE UNIQUE INDEX wanted_of_relation ON wanted (relation_id, place);
CREATE INDEX wanted_of_run ON wanted (run_id);
