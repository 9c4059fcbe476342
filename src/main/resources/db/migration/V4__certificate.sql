-- Certificates: what a full run with verify found of every relation of its link, as keyed content ids and reasons; no value of anybody.

CREATE SEQUENCE certificate_token;
CREATE TABLE certificate (
    link_id      text NOT NULL REFERENCES link ON DELETE CASCADE,
    run_id       bigint NOT NULL REFERENCES run ON DELETE CASCADE,
    pass         int NOT NULL DEFAULT 1,
    -- the relation after which the pass goes on
    position     bigint NOT NULL DEFAULT 0,
    -- records asked for once more, in all passes and in this one
    asked        int NOT NULL DEFAULT 0,
    pass_asked   int NOT NULL DEFAULT 0,
    -- of the content ids of this pass, modulo 2^256
    sum          bytea NOT NULL,
    source_from  timestamptz,
    source_to    timestamptz,
    target_from  timestamptz,
    target_to    timestamptz,
    -- what history had when it began; a little less, for what was not committed yet
    history_id   bigint NOT NULL,
    since        timestamptz NOT NULL DEFAULT hub_now(),
    completed_at timestamptz,
    token        bigint,
    lease        timestamptz,
    PRIMARY KEY (link_id, run_id)
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX certificate_of_run ON certificate (run_id);

CREATE TABLE certificate_record (
    link_id     text NOT NULL,
    run_id      bigint NOT NULL,
    relation_id bigint NOT NULL,
    kind        text NOT NULL,
    -- keyed, of the compared values of both sides; NULL where nothing could be compared
    content     bytea,
    source_root text NOT NULL,
    target_root text NOT NULL,
    subjects    text[] NOT NULL,
    reasons     jsonb NOT NULL,
    -- the newest life of a value that it knew
    history_id  bigint NOT NULL,
    PRIMARY KEY (link_id, run_id, relation_id),
    FOREIGN KEY (link_id, run_id) REFERENCES certificate ON DELETE CASCADE
);
CREATE INDEX certificate_exceptions ON certificate_record (link_id, run_id, relation_id) WHERE kind <> 'EQUAL';
