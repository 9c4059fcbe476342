-- The end of a look. finish_look is the transaction; the functions before it are its paragraphs.

-- Observations of this look, each only if it was asked for after what stands there.
CREATE FUNCTION finish_observations(p_link text, p_relation bigint, p_side smallint[], p_root text[], p_version text[],
    p_modified timestamptz[], p_asked timestamptz[], p_content bytea[], p_body bytea[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_stored int;
BEGIN
    INSERT INTO observation AS o (link_id, side, root, part, relation_id, version, modified_at, asked_at, content, body, fresh, number)
    SELECT p_link, s.side, s.root, '', p_relation, s.version, s.modified, s.asked, s.content, s.body, false, nextval('observation_number')
    FROM unnest(p_side, p_root, p_version, p_modified, p_asked, p_content, p_body) s(side, root, version, modified, asked, content, body)
    ORDER BY s.side, s.root
    ON CONFLICT (link_id, side, root, part) DO UPDATE
    SET relation_id = excluded.relation_id, version = excluded.version, modified_at = excluded.modified_at,
        asked_at = excluded.asked_at, content = excluded.content, fresh = false, looked = NULL, number = excluded.number,
        body = CASE WHEN o.content = excluded.content AND o.relation_id = excluded.relation_id THEN o.body ELSE excluded.body END
    WHERE o.asked_at <= excluded.asked_at;
    GET DIAGNOSTICS v_stored = ROW_COUNT;
    -- A newer row of a listing stays, and with it what this look has seen.
    IF v_stored < cardinality(p_side) THEN
        UPDATE observation o SET looked = s.body FROM unnest(p_side, p_root, p_asked, p_body) s(side, root, asked, body)
        WHERE o.link_id = p_link AND o.side = s.side AND o.root = s.root AND o.part = '' AND o.fresh AND o.asked_at > s.asked;
    END IF;
END $$;

-- The indexes by which a root is found: its parts' ids, its keys, its words.
CREATE FUNCTION finish_index(p_link text, p_relation bigint, p_seen_side smallint[], p_seen_root text[],
    p_part_side smallint[], p_part_root text[], p_part text[], p_keyed_side smallint[], p_keyed_root text[],
    p_key_side smallint[], p_key_root text[], p_key_kind text[], p_key_hash bytea[], p_words bytea[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM part q USING unnest(p_seen_side, p_seen_root) s(side, root)
    WHERE q.link_id = p_link AND q.side = s.side AND q.root = s.root AND NOT EXISTS (
        SELECT FROM unnest(p_part_side, p_part_root, p_part) n(side, root, id) WHERE n.side = q.side AND n.root = q.root AND n.id = q.part_id);
    INSERT INTO part (link_id, side, part_id, root)
    SELECT DISTINCT p_link, n.side, n.id, n.root FROM unnest(p_part_side, p_part_root, p_part) n(side, root, id) ORDER BY 2, 3, 4
    ON CONFLICT DO NOTHING;
    DELETE FROM match_key k USING unnest(p_keyed_side, p_keyed_root) s(side, root)
    WHERE k.link_id = p_link AND k.side = s.side AND k.root = s.root AND NOT EXISTS (
        SELECT FROM unnest(p_key_side, p_key_root, p_key_kind, p_key_hash) n(side, root, kind, hash)
        WHERE n.side = k.side AND n.root = k.root AND n.kind = k.kind AND n.hash = k.hash);
    INSERT INTO match_key (link_id, side, kind, hash, root)
    SELECT DISTINCT p_link, n.side, n.kind, n.hash, n.root
    FROM unnest(p_key_side, p_key_root, p_key_kind, p_key_hash) n(side, root, kind, hash) WHERE n.root <> '' ORDER BY 2, 3, 4, 5
    ON CONFLICT DO NOTHING;
    DELETE FROM search_word w WHERE w.relation_id = p_relation AND NOT w.hash = ANY (p_words);
    INSERT INTO search_word (link_id, hash, relation_id) SELECT DISTINCT p_link, w, p_relation FROM unnest(p_words) w ORDER BY 2
    ON CONFLICT DO NOTHING;
END $$;

-- Open questions: a new one opens; at the end of a look that decided, one that is not asked any more closes.
CREATE FUNCTION finish_questions(p_link text, p_relation bigint, p_now timestamptz, p_code text[], p_subject text[], p_body bytea[],
    p_content bytea[], p_decided boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE hold h SET closed_at = p_now WHERE p_decided AND h.relation_id = p_relation AND h.closed_at IS NULL
    AND NOT EXISTS (SELECT FROM unnest(p_code, p_subject) q(code, subject) WHERE q.code = h.code AND q.subject = h.subject);
    INSERT INTO hold AS h (link_id, relation_id, code, subject, body, content, since)
    SELECT p_link, p_relation, q.code, q.subject, q.body, q.content, p_now
    FROM unnest(p_code, p_subject, p_body, p_content) q(code, subject, body, content)
    ON CONFLICT (relation_id, code, subject) WHERE closed_at IS NULL
    DO UPDATE SET body = excluded.body, content = excluded.content WHERE h.content <> excluded.content;
END $$;

-- Deliveries: what earlier looks left open by the core's verdicts, and everything that is answered by now; an identity that is settled is free.
-- A create that was in doubt begins its watch.
CREATE FUNCTION finish_deliveries(p_relation bigint, p_token bigint, p_now timestamptz, p_id bigint[], p_fate text[], p_made text[], p_watch interval)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_settled open_create[];
BEGIN
    IF cardinality(p_id) > 0 THEN
    WITH judged AS (
    UPDATE delivery d SET
        state = CASE v.fate WHEN 'MISSED' THEN d.state ELSE v.fate END,
        made_id = CASE WHEN v.made <> '' THEN v.made ELSE d.made_id END, settled = v.fate <> 'MISSED',
        misses = d.misses + (v.fate = 'MISSED')::int, last_miss_at = CASE v.fate WHEN 'MISSED' THEN p_now ELSE d.last_miss_at END,
        ended_at = coalesce(d.ended_at, CASE WHEN v.fate <> 'MISSED' THEN p_now END)
    FROM unnest(p_id, p_fate, p_made) v(id, fate, made) WHERE d.id = v.id AND d.relation_id = p_relation AND d.state IN ('SENDING', 'IN_DOUBT')
    RETURNING d.side, d.target, d.is_create AND d.settled AS begins)
    INSERT INTO twin_watch AS w (relation_id, side, part, since, until, looked)
    SELECT DISTINCT p_relation, j.side, j.target, p_now, p_now + p_watch, p_now FROM judged j WHERE j.begins
    ON CONFLICT (relation_id, side, part) DO UPDATE SET since = excluded.since, until = excluded.until, looked = excluded.looked;
    IF FOUND THEN UPDATE relation SET doubted = true WHERE id = p_relation AND NOT doubted; END IF;
    END IF;
    UPDATE delivery SET settled = true WHERE relation_id = p_relation AND NOT settled
        AND (state IN ('REFUSED', 'NOT_SENT') OR state = 'DONE' AND (intended_by = p_token OR shown_to = p_token));
    WITH gone AS (
        DELETE FROM open_create o WHERE o.relation_id = p_relation
        AND EXISTS (SELECT FROM delivery d WHERE d.id = o.delivery_id AND d.settled) RETURNING o)
    SELECT array_agg(o) INTO v_settled FROM gone;
    IF v_settled IS NOT NULL THEN PERFORM keep_keys(p_relation, v_settled); END IF;
    IF cardinality(p_id) > 0 AND v_settled IS NOT NULL THEN PERFORM wake_waiting(v_settled[1].link_id, v_settled[1].side, p_token); END IF;
END $$;

-- What a create made has the keys under which nobody else might be made, also while its system does not show it yet; who sees it writes them anew.
CREATE FUNCTION keep_keys(p_relation bigint, p_settled open_create[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO match_key (link_id, side, kind, hash, root)
    SELECT o.link_id, o.side, o.kind, o.hash, d.made_id FROM unnest(p_settled) o JOIN delivery d ON d.id = o.delivery_id
    WHERE o.root_kind IS NOT NULL AND o.kind NOT IN ('', 'name') AND o.kind NOT LIKE 'along:%' AND d.state = 'DONE' AND d.made_id <> ''
    AND NOT EXISTS (SELECT FROM match_key k WHERE k.link_id = o.link_id AND k.side = o.side AND k.root = d.made_id)
    ORDER BY 3, 4 ON CONFLICT DO NOTHING;
    IF FOUND THEN UPDATE relation SET indexed = NULL WHERE id = p_relation; END IF;
END $$;

-- What waited for the answer about a create goes on once that is settled, also where its look has not ended yet.
CREATE FUNCTION wake_waiting(p_link text, p_side smallint, p_token bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM accept_hints(array_agg(p_link), array_agg(p_side), array_agg(w.root), array_agg(0::smallint), array_agg('answer'::text), array_agg(false),
        array_agg(''::text), array_agg(NULL::bigint), true)
    FROM (SELECT CASE p_side WHEN 0 THEN r.source_root ELSE r.target_root END AS root FROM relation r
          WHERE r.link_id = p_link AND r.state = 'HELD' AND (r.source_root = '' OR r.target_root = '') AND r.reasons @> '[{"code": "WAITS_FOR_ANSWER"}]'
          UNION SELECT n.root FROM notice n WHERE n.link_id = p_link AND n.side = p_side AND n.lease IS NOT NULL AND n.claim_token <> p_token) w
    WHERE w.root <> '' HAVING count(*) > 0;
END $$;

-- Where else is to be looked: at once by reading, or at a moment. A root that waits is looked at then at the latest; one that is being
-- looked at sees to it itself.
CREATE FUNCTION finish_visits(p_link text, p_side smallint[], p_root text[], p_at timestamptz[], p_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM accept_hints(array_agg(p_link), array_agg(v.side), array_agg(v.root), array_agg(0::smallint), array_agg('twin'::text), array_agg(true),
        array_agg(''::text), array_agg(NULL::bigint), true)
    FROM unnest(p_side, p_root, p_at) v(side, root, at) WHERE v.at IS NULL HAVING count(*) > 0;
    INSERT INTO notice AS n (link_id, side, root, generation, lane, due, since, reasons, runs)
    SELECT p_link, v.side, v.root, nextval('notice_generation'), 1, v.at, p_now, ARRAY['watch'], '{}'
    FROM unnest(p_side, p_root, p_at) v(side, root, at) WHERE v.at IS NOT NULL ORDER BY v.side, v.root
    ON CONFLICT (link_id, side, root) DO UPDATE SET due = least(n.due, excluded.due) WHERE n.claim_token IS NULL;
END $$;

-- The younger of two rows of one relation goes into the older one; both ids and both keys go on answering.
CREATE FUNCTION fold(p_young bigint, p_old bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO relation_alias (id, relation_id, wrapped_key) SELECT id, p_old, wrapped_key FROM relation WHERE id = p_young;
    UPDATE relation_alias SET relation_id = p_old WHERE relation_id = p_young;
    UPDATE observation SET relation_id = p_old WHERE relation_id = p_young;
    -- The revisions of the younger row count nothing on the older one, and may be the same.
    UPDATE delivery SET relation_id = p_old, revision = -id WHERE relation_id = p_young;
    UPDATE open_create SET relation_id = p_old WHERE relation_id = p_young;
    INSERT INTO twin_watch SELECT p_old, side, part, since, until, looked FROM twin_watch WHERE relation_id = p_young ON CONFLICT DO NOTHING;
    UPDATE relation SET doubted = true WHERE id = p_old AND NOT doubted AND EXISTS (SELECT FROM twin_watch w WHERE w.relation_id = p_old);
    UPDATE hold y SET closed_at = hub_now() WHERE y.relation_id = p_young AND y.closed_at IS NULL AND EXISTS (
        SELECT FROM hold o WHERE o.relation_id = p_old AND o.closed_at IS NULL AND o.code = y.code AND o.subject = y.subject);
    UPDATE hold SET relation_id = p_old WHERE relation_id = p_young;
    UPDATE answer SET relation_id = p_old WHERE relation_id = p_young;
    UPDATE answer_end SET relation_id = p_old WHERE relation_id = p_young;
    UPDATE wanted SET relation_id = p_old WHERE relation_id = p_young;
    UPDATE dead_letter SET relation_id = p_old WHERE relation_id = p_young;
    UPDATE decision SET relation_id = p_old WHERE relation_id = p_young;
    UPDATE history SET relation_id = p_old WHERE relation_id = p_young;
    INSERT INTO search_word (link_id, hash, relation_id) SELECT link_id, hash, p_old FROM search_word WHERE relation_id = p_young
    ON CONFLICT DO NOTHING;
    DELETE FROM relation WHERE id = p_young;
END $$;

-- What the core matched, and a row that the partner got while the look went on, since the webhook of our own create is that quick: rows of
-- the same relation, in fixed order, locked until the end.
CREATE FUNCTION halves(p_link text, p_facet text, p_id bigint, p_source text, p_target text, p_folds_in bigint) RETURNS SETOF relation
LANGUAGE sql AS $$
    SELECT * FROM relation q WHERE q.id IN (
        SELECT id FROM relation WHERE link_id = p_link AND facet = p_facet AND source_root = p_source AND source_root <> ''
        UNION SELECT id FROM relation WHERE link_id = p_link AND facet = p_facet AND target_root = p_target AND target_root <> ''
        UNION SELECT p_folds_in) AND q.id <> p_id
    ORDER BY q.id FOR UPDATE
$$;

-- That row is the pair of a root under the id that it had before.
CREATE FUNCTION is_renumbered(q relation, p_source text, p_target text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT q.target_root = p_target AND EXISTS (SELECT FROM former_ids(q.link_id, 0::smallint, p_source) f WHERE f.was = q.source_root)
        OR q.source_root = p_source AND EXISTS (SELECT FROM former_ids(q.link_id, 1::smallint, p_target) f WHERE f.was = q.target_root)
$$;

-- Nothing is looked for, and found, under an id that nobody has any more.
CREATE FUNCTION forget_root(p_link text, p_side smallint, p_root text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM match_key WHERE link_id = p_link AND side = p_side AND root = p_root;
    DELETE FROM part WHERE link_id = p_link AND side = p_side AND root = p_root;
    DELETE FROM observation WHERE link_id = p_link AND side = p_side AND root = p_root;
END $$;

-- A vendor that gives a record which we made the id of a former one says by that that the former one is gone.
CREATE FUNCTION is_reused(q relation, p_id bigint, p_source text, p_target text, p_delivery bigint, p_made text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM delivery d WHERE d.relation_id = p_id AND d.is_create AND d.target = '' AND (d.state = 'DONE' OR d.id = p_delivery)
        AND CASE d.side WHEN 0 THEN q.source_root = p_source AND q.target_root <> p_target ELSE q.target_root = p_target AND q.source_root <> p_source END
        AND CASE d.side WHEN 0 THEN p_source ELSE p_target END = CASE WHEN d.id = p_delivery THEN p_made ELSE d.made_id END)
$$;

-- Two records that carry the same key may adopt one partner at the same moment; the first look that ends has it.
CREATE FUNCTION is_given_away(p_link text, p_facet text, p_id bigint, p_source text, p_target text, p_folds_in bigint, p_delivery bigint, p_made text)
RETURNS boolean LANGUAGE sql AS $$
    SELECT coalesce(bool_or(q.source_root <> '' AND q.target_root <> '' AND NOT (q.id = p_folds_in AND is_renumbered(q, p_source, p_target))
        AND NOT is_reused(q, p_id, p_source, p_target, p_delivery, p_made)), false)
    FROM halves(p_link, p_facet, p_id, p_source, p_target, p_folds_in) q
$$;

-- The pair of the former record stays, under an id that is asked for in vain, and is looked at: a person says what becomes of the side that is left.
CREATE FUNCTION bereave(p_link text, p_facet text, p_id bigint, p_source text, p_target text, p_delivery bigint, p_made text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    q relation;
    v_is_source boolean;
BEGIN
    FOR q IN SELECT * FROM halves(p_link, p_facet, p_id, p_source, p_target, NULL) LOOP
        CONTINUE WHEN q.source_root = '' OR q.target_root = '' OR NOT is_reused(q, p_id, p_source, p_target, p_delivery, p_made);
        v_is_source := q.source_root = p_source;
        PERFORM forget_root(p_link, CASE WHEN v_is_source THEN 0 ELSE 1 END::smallint, CASE WHEN v_is_source THEN p_source ELSE p_target END);
        UPDATE relation o SET revision = o.revision + 1, source_gone = o.source_gone OR v_is_source, target_gone = o.target_gone OR NOT v_is_source,
            source_root = CASE WHEN v_is_source THEN o.source_root || '~' || o.id ELSE o.source_root END,
            target_root = CASE WHEN v_is_source THEN o.target_root ELSE o.target_root || '~' || o.id END
        WHERE o.id = q.id;
        PERFORM accept_hints(ARRAY[p_link], ARRAY[CASE WHEN v_is_source THEN 1 ELSE 0 END::smallint], ARRAY[CASE WHEN v_is_source THEN q.target_root ELSE q.source_root END],
            ARRAY[0::smallint], ARRAY['missing'], ARRAY[true], ARRAY[''], ARRAY[NULL::bigint], true);
    END LOOP;
END $$;

-- A claim may be making a half at this very moment, so the pair is written down here and a row that was quicker is taken in.
CREATE FUNCTION fold_halves(p_link text, p_facet text, p_id bigint, p_source text, p_target text, p_folds_in bigint) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    v_id    bigint := p_id;
    v_other relation;
    v_tries int := 0;
BEGIN
    LOOP
        FOR v_other IN SELECT * FROM halves(p_link, p_facet, v_id, p_source, p_target, p_folds_in) LOOP
            IF v_other.source_root NOT IN ('', p_source) THEN PERFORM forget_root(p_link, 0::smallint, v_other.source_root); END IF;
            IF v_other.target_root NOT IN ('', p_target) THEN PERFORM forget_root(p_link, 1::smallint, v_other.target_root); END IF;
            -- Whoever looks at that half has lost it; its notice need not wait for the lease to end.
            UPDATE notice SET claim_token = NULL, lease = NULL, due = hub_now()
            WHERE link_id = p_link AND side = v_other.lease_side AND root = v_other.lease_root AND claim_token = v_other.lease_token;
            PERFORM fold(greatest(v_id, v_other.id), least(v_id, v_other.id));
            v_id := least(v_id, v_other.id);
        END LOOP;
        BEGIN
            UPDATE relation SET source_root = p_source, target_root = p_target WHERE id = v_id;
            RETURN v_id;
        EXCEPTION WHEN unique_violation THEN
            v_tries := v_tries + 1;
            IF v_tries > 3 THEN RAISE; END IF;
        END;
    END LOOP;
END $$;

-- Counts a look and stops a link whose failures of the last five minutes exceed 40 % of at least 20; a probe that is well resumes it.
CREATE FUNCTION finish_health(p_link text, p_token bigint, p_failed boolean, p_now timestamptz, p_probe interval) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_minute bigint := floor(extract(epoch FROM p_now) / 60);
    v_own    int;
    v_looks  bigint;
    v_bad    bigint;
BEGIN
    IF NOT p_failed THEN
        -- A look that was in hand when the link stopped says nothing; only a probe does.
        UPDATE link SET state = 'ACTIVE', why = '', probe_at = NULL, stopped_token = NULL
        WHERE id = p_link AND state = 'STOPPED' AND p_token > stopped_token;
        IF FOUND THEN DELETE FROM link_health WHERE link_id = p_link; END IF;
    END IF;
    INSERT INTO link_health AS h (link_id, slot, stripe, minute, looks, failures)
    VALUES (p_link, v_minute % 6, pg_backend_pid() % 32, v_minute, 1, p_failed::int)
    ON CONFLICT (link_id, slot, stripe) DO UPDATE SET minute = v_minute,
        looks = CASE h.minute WHEN v_minute THEN h.looks ELSE 0 END + 1,
        failures = CASE h.minute WHEN v_minute THEN h.failures ELSE 0 END + p_failed::int
    RETURNING failures INTO v_own;
    IF v_own = 0 THEN RETURN; END IF;
    SELECT sum(looks), sum(failures) INTO v_looks, v_bad FROM link_health WHERE link_id = p_link AND minute > v_minute - 6;
    IF v_looks >= 20 AND v_bad > 0.4 * v_looks THEN
        UPDATE link SET state = 'STOPPED', why = '@LOOKS_FAILED|failed=' || v_bad || '|looks=' || v_looks, probe_at = p_now + p_probe,
            stopped_token = nextval('claim_token')
        WHERE id = p_link AND state = 'ACTIVE';
    END IF;
END $$;

-- What applied plans wanted and is done with. Another look than the item's own may find that: the item takes it with it to its end. What
-- was put back prevails over what was overtaken, and by luck the alphabet has them in that order.
CREATE FUNCTION end_wanted(p_id bigint[], p_outcome text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WITH done AS (
        DELETE FROM wanted w USING unnest(p_id, p_outcome) d(id, outcome) WHERE w.id = d.id RETURNING w.run_id, w.relation_id, d.outcome)
    UPDATE run_item i SET came_to = greatest(i.came_to, d.outcome)
    FROM (SELECT run_id, relation_id, max(outcome) AS outcome FROM done GROUP BY run_id, relation_id) d
    CROSS JOIN LATERAL (SELECT d.relation_id AS id UNION ALL SELECT a.id FROM relation_alias a WHERE a.relation_id = d.relation_id) r
    JOIN plan_item p ON p.run_id = d.run_id AND p.selected AND p.relation_id = r.id
    WHERE i.run_id = p.run_id AND i.side = p.side AND i.root = p.root AND i.waiting;
END $$;

-- Runs that wait for a look at one of these roots: what any look does is theirs too. A handful of runs go on at a time.
CREATE FUNCTION runs_waiting(p_link text, p_source text, p_target text) RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT i.run_id ORDER BY i.run_id), '{}') FROM run r JOIN run_item i ON i.run_id = r.id AND i.waiting
        AND (i.side = 0 AND i.root = p_source OR i.side = 1 AND i.root = p_target)
    WHERE r.link_id = p_link AND r.ended_at IS NULL
$$;

-- The look is final: each run that asked for it counts it once; the notice goes, unless a hint came during the look. What is to be read
-- again waits a little, as in due_of.
CREATE FUNCTION finish_notice(n notice, p_generation bigint, p_outcome text, p_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(n.runs) > 0 THEN
        UPDATE run_item i SET outcome = coalesce(i.came_to, CASE p_outcome WHEN 'EQUAL' THEN i.wrote END, p_outcome), waiting = false
        WHERE i.run_id = ANY (n.runs) AND i.side = n.side AND i.root = n.root AND i.waiting AND i.generation <= p_generation;
    END IF;
    IF n.generation = p_generation THEN
        DELETE FROM notice q WHERE q.link_id = n.link_id AND q.side = n.side AND q.root = n.root;
    ELSE
        UPDATE notice q SET claim_token = NULL, lease = NULL, covered_gen = p_generation,
            due = p_now + CASE WHEN n.stale_gen > p_generation THEN interval '500 milliseconds' ELSE '0' END,
            runs = ARRAY(SELECT i.run_id FROM run_item i WHERE i.run_id = ANY (n.runs) AND i.side = n.side AND i.root = n.root AND i.waiting)
        WHERE q.link_id = n.link_id AND q.side = n.side AND q.root = n.root;
    END IF;
END $$;

-- The notice was about a part: hints for its roots take its place, and nothing is kept under its id unless a look saw it as a root
-- of its own: looks that only waited leave their decisions, and a listing its row, which nobody needs.
CREATE FUNCTION finish_moved(n notice, p_relation bigint, p_roots text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE relation SET lease_token = NULL WHERE id = p_relation;
    DELETE FROM relation r WHERE r.id = p_relation AND (r.source_root = '' OR r.target_root = '') AND r.kind IS NULL
        AND NOT EXISTS (SELECT FROM delivery d WHERE d.relation_id = r.id);
    IF FOUND THEN
        DELETE FROM decision WHERE relation_id = p_relation;
        DELETE FROM hold WHERE relation_id = p_relation AND closed_at IS NULL;
        UPDATE dead_letter SET closed_by = 'success', closed_at = hub_now() WHERE relation_id = p_relation AND closed_by = '';
    END IF;
    PERFORM move_notice(n, p_roots);
END $$;

-- An answer that a look had is used up by it, followed or not; what became of it is kept as long as anybody may wait for it.
CREATE FUNCTION end_answers(p_relation bigint, p_seen bigint, p_code text[], p_subject text[], p_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM answer_end e WHERE e.relation_id = p_relation AND e.at < p_now - interval '1 hour';
    WITH used AS (DELETE FROM answer a WHERE a.relation_id = p_relation AND a.id <= p_seen RETURNING a.id, a.ticket, a.code, a.subject)
    INSERT INTO answer_end (id, relation_id, ticket, code, subject, fate, at) SELECT u.id, p_relation, u.ticket, u.code, u.subject, 'OVERTAKEN', p_now FROM used u;
    -- One that was replaced while this look had it was followed all the same.
    UPDATE answer_end e SET fate = 'FOLLOWED' FROM unnest(p_code, p_subject) f(code, subject)
    WHERE e.relation_id = p_relation AND e.code = f.code AND e.subject = f.subject
    AND e.id = (SELECT max(m.id) FROM answer_end m WHERE m.relation_id = p_relation AND m.code = f.code AND m.subject = f.subject AND m.id <= p_seen);
END $$;

-- The rest of one look in one transaction. False: the claim is no longer ours, or the partner is paired with another by now; nothing was recorded.
CREATE FUNCTION finish_look(
    p_token bigint, p_link text, p_side smallint, p_root text, p_generation bigint, p_relation bigint, p_revision bigint,
    p_state text, p_outcome text, p_reasons jsonb, p_decision jsonb, p_kind text, p_label bytea, p_source text, p_target text, p_gone smallint[],
    p_source_baseline bytea, p_target_baseline bytea, p_pairing bytea, p_baseline_content bytea, p_folds_in bigint, p_moved text[],
    p_seen_side smallint[], p_seen_root text[], p_seen_version text[], p_seen_modified timestamptz[], p_seen_asked timestamptz[],
    p_seen_content bytea[], p_seen_body bytea[],
    p_index bytea, p_part_side smallint[], p_part_root text[], p_part text[], p_keyed_side smallint[], p_keyed_root text[],
    p_key_side smallint[], p_key_root text[], p_key_kind text[], p_key_hash bytea[], p_words bytea[],
    p_hold_code text[], p_hold_subject text[], p_hold_body bytea[], p_hold_content bytea[],
    p_verdict_id bigint[], p_verdict_fate text[], p_verdict_made text[],
    p_change_side smallint[], p_change_part text[], p_change_field text[], p_change_value bytea[], p_change_written boolean[], p_change_wanted bigint[],
    p_cause text, p_again_at timestamptz, p_at_least interval, p_retries interval[], p_jitter double precision, p_probe interval,
    p_code text, p_answer text, p_dead_reasons jsonb,
    p_delivery bigint, p_delivery_state text, p_delivery_made text, p_delivery_version text, p_delivery_answer bytea, p_delivery_reasons jsonb,
    p_delivery_handles text[],
    p_watch interval, p_looked_side smallint[], p_looked_part text[], p_visit_side smallint[], p_visit_root text[], p_visit_at timestamptz[],
    p_wanted_id bigint[], p_wanted_outcome text[], p_followed_code text[], p_followed_subject text[])
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    v_now  timestamptz := hub_now();
    v_id   bigint := p_relation;
    n      notice;
    r      relation;
    v_decision bigint;
    v_runs bigint[];
    v_dead boolean := p_cause = 'WILL_NOT_HEAL';
    v_folded boolean := false;
    v_due  timestamptz;
    v_wrote smallint;
    v_knows boolean := p_cause = 'LOOK_LATER' AND p_side = ANY (p_seen_side);
BEGIN
    SELECT * INTO n FROM notice q WHERE q.link_id = p_link AND q.side = p_side AND q.root = p_root AND q.claim_token = p_token FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    SELECT * INTO r FROM relation q WHERE q.id = p_relation AND q.lease_token = p_token AND q.revision = p_revision FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    IF (r.source_root <> p_source OR r.target_root <> p_target OR p_folds_in IS NOT NULL)
        AND is_given_away(p_link, r.facet, p_relation, p_source, p_target, p_folds_in, p_delivery, p_delivery_made) THEN RETURN false; END IF;
    IF p_delivery IS NOT NULL THEN
        v_wrote := answer_write(p_delivery, p_delivery_state, p_delivery_made, p_delivery_version, p_delivery_answer, p_delivery_reasons,
            p_delivery_handles, CASE WHEN cardinality(p_moved) = 0 THEN v_now END);
    END IF;
    IF cardinality(p_moved) > 0 THEN
        PERFORM finish_health(p_link, p_token, false, v_now, p_probe);
        PERFORM finish_notice(n, p_generation, p_outcome, v_now);
        PERFORM finish_moved(n, p_relation, p_moved);
        RETURN true;
    END IF;
    -- Before another row brings its own: an answer is used up by a look that had it and decided.
    IF p_cause IS NULL AND r.answers_seen > 0 THEN
        PERFORM end_answers(p_relation, r.answers_seen, p_followed_code, p_followed_subject, v_now);
    END IF;
    IF r.source_root <> p_source OR r.target_root <> p_target OR p_folds_in IS NOT NULL THEN
        PERFORM bereave(p_link, r.facet, p_relation, p_source, p_target, p_delivery, p_delivery_made);
        v_id := fold_halves(p_link, r.facet, p_relation, p_source, p_target, p_folds_in);
        v_folded := v_id <> p_relation OR EXISTS (SELECT FROM relation_alias WHERE relation_id = v_id);
    END IF;
    v_dead := coalesce(v_dead OR p_cause = 'MAY_HEAL' AND n.attempts >= cardinality(p_retries), false);

    UPDATE relation q SET source_root = p_source, target_root = p_target, revision = greatest(q.revision, r.revision) + 1, kind = coalesce(p_kind, q.kind),
        state = CASE WHEN v_dead THEN 'FAILED' ELSE p_state END, reasons = p_reasons, label = coalesce(p_label, q.label),
        changed_at = CASE WHEN q.state <> p_state OR p_outcome IN ('CREATED', 'UPDATED') OR q.revision = 0 THEN v_now ELSE q.changed_at END,
        source_gone = 0 = ANY (p_gone), target_gone = 1 = ANY (p_gone),
        lease_token = NULL, lease_side = NULL, lease_root = NULL, indexed = coalesce(p_index, q.indexed),
        source_written_at = greatest(q.source_written_at, r.source_written_at, CASE v_wrote WHEN 0 THEN v_now END),
        target_written_at = greatest(q.target_written_at, r.target_written_at, CASE v_wrote WHEN 1 THEN v_now END)
    WHERE q.id = v_id;
    IF cardinality(p_gone) > 0 AND (p_source = '' OR p_target = '') THEN
        UPDATE history SET former = true WHERE relation_id = v_id AND side = ANY (p_gone) AND NOT former;
    END IF;
    INSERT INTO baseline AS b (relation_id, source, target, pairing, content)
    VALUES (v_id, p_source_baseline, p_target_baseline, p_pairing, p_baseline_content)
    ON CONFLICT (relation_id) DO UPDATE SET source = excluded.source, target = excluded.target, pairing = excluded.pairing,
        content = excluded.content WHERE b.content <> excluded.content;
    IF cardinality(p_seen_side) > 0 THEN
        PERFORM finish_observations(p_link, v_id, p_seen_side, p_seen_root, p_seen_version, p_seen_modified, p_seen_asked,
            p_seen_content, p_seen_body);
    END IF;
    -- What is looked at again was not taken into account yet: to the next look it is as new as it is.
    IF p_cause IS NULL AND (r.source_shown IS NOT NULL OR r.target_shown IS NOT NULL) THEN
        UPDATE observation o SET fresh = false, looked = NULL WHERE o.fresh AND o.link_id = p_link AND o.part = ''
        AND (o.side = 0 AND o.root = r.source_root AND o.number = r.source_shown OR o.side = 1 AND o.root = r.target_root AND o.number = r.target_shown);
    END IF;
    IF r.source_root NOT IN ('', p_source) THEN PERFORM forget_root(p_link, 0::smallint, r.source_root); END IF;
    IF r.target_root NOT IN ('', p_target) THEN PERFORM forget_root(p_link, 1::smallint, r.target_root); END IF;
    IF p_index IS NOT NULL AND (v_folded OR p_index IS DISTINCT FROM r.indexed) THEN
        PERFORM finish_index(p_link, v_id, p_seen_side, p_seen_root, p_part_side, p_part_root, p_part, p_keyed_side, p_keyed_root,
            p_key_side, p_key_root, p_key_kind, p_key_hash, p_words);
    END IF;
    -- What is in sync was asked nothing.
    IF cardinality(p_hold_code) > 0 OR r.state <> 'IN_SYNC' OR v_folded THEN
        PERFORM finish_questions(p_link, v_id, v_now, p_hold_code, p_hold_subject, p_hold_body, p_hold_content, p_cause IS NULL);
    END IF;
    IF cardinality(p_looked_side) > 0 THEN
        UPDATE twin_watch w SET looked = v_now FROM unnest(p_looked_side, p_looked_part) l(side, part)
        WHERE w.relation_id = v_id AND w.side = l.side AND w.part = l.part;
    END IF;
    PERFORM finish_deliveries(v_id, p_token, v_now, p_verdict_id, p_verdict_fate, p_verdict_made, p_watch);
    IF p_outcome <> 'EQUAL' OR p_cause IS NOT NULL OR r.state <> p_state OR r.reasons <> p_reasons OR r.revision = 0
       OR cardinality(p_change_side) > 0 THEN
        INSERT INTO decision (link_id, relation_id, at, revision, state, outcome, reasons, body, notice)
        VALUES (p_link, v_id, v_now, p_revision, p_state, p_outcome, p_reasons, p_decision, n.reasons) RETURNING id INTO v_decision;
    END IF;
    IF cardinality(p_change_side) > 0 THEN
        v_runs := runs_waiting(p_link, p_source, p_target);
        INSERT INTO history (link_id, relation_id, side, part, field, value, written, at, notice, decision_id, run_id, runs)
        SELECT p_link, v_id, c.side, c.part, c.field, c.value, c.written, v_now, n.reasons, v_decision,
            coalesce(w.run_id, n.runs[1], v_runs[1]), CASE WHEN w.run_id IS NULL THEN n.runs || v_runs ELSE ARRAY[w.run_id] END
        FROM unnest(p_change_side, p_change_part, p_change_field, p_change_value, p_change_written, p_change_wanted) c(side, part, field, value, written, wanted)
        LEFT JOIN wanted w ON w.id = c.wanted;
        IF p_cause IS NULL AND p_outcome IN ('CREATED', 'UPDATED') THEN
            UPDATE run_item i SET wrote = p_outcome WHERE i.run_id = ANY (v_runs) AND i.run_id <> ALL (n.runs) AND i.waiting
            AND (i.side = 0 AND i.root = p_source OR i.side = 1 AND i.root = p_target);
        END IF;
    END IF;
    IF cardinality(p_wanted_id) > 0 THEN PERFORM end_wanted(p_wanted_id, p_wanted_outcome); END IF;
    PERFORM finish_health(p_link, p_token, coalesce(p_cause = 'MAY_HEAL', false), v_now, p_probe) WHERE p_cause IS DISTINCT FROM 'ACCOUNT'
        AND p_cause IS DISTINCT FROM 'LOOK_LATER';

    IF v_dead THEN
        INSERT INTO dead_letter AS d (link_id, relation_id, side, root, code, reasons, decision, answer, attempts, at)
        VALUES (p_link, v_id, p_side, p_root, p_code, p_dead_reasons, p_decision, p_answer, n.attempts + 1, v_now)
        ON CONFLICT (link_id, side, root) WHERE closed_by = '' DO UPDATE SET relation_id = excluded.relation_id, code = excluded.code,
            reasons = excluded.reasons, decision = excluded.decision, answer = excluded.answer, attempts = excluded.attempts, at = excluded.at;
    ELSIF p_cause IS NULL AND p_state <> 'FAILED' THEN
        UPDATE dead_letter SET closed_by = 'success', closed_at = v_now WHERE relation_id = v_id AND closed_by = '';
    END IF;
    IF p_cause IS NULL OR v_dead THEN
        PERFORM finish_notice(n, p_generation, CASE WHEN v_dead THEN 'FAILED' ELSE p_outcome END, v_now);
    END IF;
    IF cardinality(p_visit_side) > 0 THEN PERFORM finish_visits(p_link, p_visit_side, p_visit_root, p_visit_at, v_now); END IF;
    IF p_cause IS NULL OR v_dead THEN RETURN true; END IF;

    IF p_cause = 'ACCOUNT' AND NOT EXISTS (SELECT FROM link l JOIN account a ON a.id IN (l.source_account, l.target_account)
                                            WHERE l.id = p_link AND a.back_off_until > v_now) THEN
        UPDATE account a SET back_off_until = coalesce(p_again_at, v_now + coalesce(p_at_least, interval '5 minutes')), back_off_why = '@' || p_code || coalesce('|system=' || replace(p_dead_reasons #>> '{0,details,system}', '|', '%7C'), '')
        FROM link l WHERE l.id = p_link AND a.id = CASE p_side WHEN 0 THEN l.source_account ELSE l.target_account END;
    END IF;
    v_due := CASE WHEN p_cause = 'ACCOUNT' THEN v_now
        WHEN p_cause = 'MAY_HEAL' THEN greatest(coalesce(p_again_at, v_now + p_retries[n.attempts + 1] * p_jitter), v_now + p_at_least)
        ELSE greatest(p_again_at, v_now + coalesce(p_at_least, CASE WHEN p_again_at IS NULL THEN interval '1 second' ELSE '0' END)) END;
    UPDATE notice q SET claim_token = NULL, lease = NULL,
        due = CASE WHEN q.generation = p_generation THEN v_due ELSE v_now END,
        -- What a look saw of its root holds until another hint; after a failure it is read again.
        stale_gen = CASE WHEN v_knows THEN q.stale_gen ELSE q.generation END,
        covered_gen = CASE WHEN v_knows THEN p_generation ELSE q.covered_gen END,
        attempts = CASE WHEN q.generation <> p_generation THEN 0 ELSE q.attempts + (p_cause = 'MAY_HEAL')::int END
    WHERE q.link_id = p_link AND q.side = p_side AND q.root = p_root;
    RETURN true;
END $$;

-- The hot statements keep one plan each, by index: a plan made while a queue is empty would else read the whole of it when it is full.
DO $$
DECLARE
    v_function regprocedure;
BEGIN
    FOR v_function IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace
        AND p.proname IN ('accept_hints', 'may_be_our_own', 'due_of', 'move_part', 'know_made', 'claim_notices', 'next_due', 'renew_claims', 'open_look', 'intend_write', 'answer_write', 'is_told_of_newcomers', 'turn_to_list',
                          'finish_look', 'take_call', 'end_call') LOOP
        EXECUTE format('ALTER FUNCTION %s SET plan_cache_mode = force_generic_plan SET enable_seqscan = off', v_function);
    END LOOP;
END $$;
