-- Rows of a file that became nothing; read again, each counts once.
CREATE FUNCTION keep_problems(p_run bigint, p_token bigint, p_line bigint[], p_body bytea[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_new int;
BEGIN
    PERFORM FROM run WHERE id = p_run AND token = p_token FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'the run is no longer this worker''s'; END IF;
    INSERT INTO import_problem (run_id, line, body) SELECT p_run, l.line, l.body FROM unnest(p_line, p_body) l(line, body) ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_new = ROW_COUNT;
    UPDATE run SET known = jsonb_set(known, '{REFUSED}', to_jsonb(coalesce((known ->> 'REFUSED')::int, 0) + v_new)) WHERE id = p_run;
END $$;

-- A page of a run that only looks; walked again, it counts once.
CREATE FUNCTION keep_survey(p_run bigint, p_token bigint, p_side smallint[], p_root text[], p_body bytea[], p_verdict text[], p_reasons text[], p_keys text[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_counts jsonb;
BEGIN
    PERFORM FROM run WHERE id = p_run AND token = p_token FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'the run is no longer this worker''s'; END IF;
    WITH kept AS (
        INSERT INTO survey_row (run_id, side, root, body, verdict, reasons, keys)
        SELECT p_run, f.side, f.root, f.body, f.verdict, f.reasons::jsonb, f.keys::bytea[]
        FROM unnest(p_side, p_root, p_body, p_verdict, p_reasons, p_keys) f(side, root, body, verdict, reasons, keys)
        ON CONFLICT (run_id, side, root) DO NOTHING RETURNING verdict)
    SELECT coalesce(jsonb_object_agg(outcome, n), '{}') INTO v_counts FROM (
        SELECT CASE verdict WHEN 'READY' THEN 'EQUAL' WHEN 'INCOMPLETE' THEN 'HELD' ELSE verdict END AS outcome, count(*) AS n FROM kept GROUP BY 1) c;
    UPDATE run SET known = (SELECT coalesce(jsonb_object_agg(k, n), '{}') FROM (SELECT k, sum(v::int) AS n FROM (
        SELECT * FROM jsonb_each_text(known) UNION ALL SELECT * FROM jsonb_each_text(v_counts)) e(k, v) GROUP BY k) s) WHERE id = p_run;
END $$;

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

-- What an import shows before it is applied: nothing is planned before the run that reads both systems for it has ended.
CREATE TABLE preview (
    run_id    bigint PRIMARY KEY REFERENCES run ON DELETE CASCADE,
    reads     bigint NOT NULL REFERENCES run,
    -- whose customers are meant; none for all
    taskflows text[] NOT NULL,
    -- what the source did not show since is not in the import; of a sheet its stamps tell, else when it was asked
    since     timestamptz NOT NULL,
    of_sheet  boolean NOT NULL,
    -- the relation up to which it is planned
    position  bigint NOT NULL DEFAULT 0
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
    selected    boolean NOT NULL DEFAULT false,
    -- of an import that was applied: the fields that overwrite
    chosen      text[]
);
CREATE INDEX plan_items_of_run ON plan_item (run_id, id);
CREATE INDEX plan_items_of_relation ON plan_item (relation_id, run_id);
ALTER TABLE plan_item ALTER body SET STORAGE EXTERNAL;

-- What people want by having applied a plan, until a look has carried it out or found it overtaken: the value of a field,
-- a cut, or what was chosen of an import. What several plans want of one field, the core weighs.
CREATE TABLE wanted (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    relation_id bigint NOT NULL REFERENCES relation ON DELETE CASCADE,
    run_id      bigint NOT NULL REFERENCES run ON DELETE CASCADE,
    body        bytea NOT NULL,
    at          timestamptz NOT NULL DEFAULT hub_now()
);
CREATE INDEX wanted_of_relation ON wanted (relation_id, id);
CREATE INDEX wanted_of_run ON wanted (run_id);
