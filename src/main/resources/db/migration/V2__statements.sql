-- The statements of the ledger that are more than one table's: each is one round trip.

-- Texts in the order of their arrival, none twice, and not without end.
CREATE FUNCTION joined(p_old text[], p_new text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (SELECT CASE WHEN p_old @> p_new THEN p_old ELSE
        (SELECT (array_agg(t ORDER BY n))[1:50] FROM (SELECT t, min(n) n FROM unnest(p_old || p_new) WITH ORDINALITY u(t, n) GROUP BY t) d)
    END);
END $$;

-- Wherever a relation is looked up by a root, "<> ''" stands beside it: the planner takes a partial index only where it reads its condition.

-- An id leads to its roots by the part index; one that is also a root stands for itself too, and so does one that nobody knows.
CREATE FUNCTION roots_of(p_link text, p_side smallint, p_record text) RETURNS TABLE (root text, is_main boolean)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v_parents text[] := ARRAY(SELECT p.root FROM part p
        WHERE p.link_id = p_link AND p.side = p_side AND p.part_id = p_record AND p.root <> p_record ORDER BY 1);
    v_is_root boolean := cardinality(v_parents) = 0
        OR p_side = 0 AND EXISTS (SELECT FROM relation r WHERE r.link_id = p_link AND r.source_root = p_record AND r.source_root <> '')
        OR p_side = 1 AND EXISTS (SELECT FROM relation r WHERE r.link_id = p_link AND r.target_root = p_record AND r.target_root <> '');
BEGIN
    IF v_is_root THEN
        RETURN QUERY SELECT p_record, true;
    END IF;
    RETURN QUERY SELECT u.r, NOT v_is_root AND u.n = 1 FROM unnest(v_parents) WITH ORDINALITY u(r, n);
END $$;

-- An id that nobody knows while a create is open there: what we are making tells of itself before the answer does. A moment later it is known.
CREATE FUNCTION may_be_our_own(p_link text, p_side smallint, p_root text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM open_create o WHERE o.link_id = p_link AND o.side = p_side)
        AND NOT CASE p_side WHEN 0 THEN EXISTS (SELECT FROM relation r WHERE r.link_id = p_link AND r.source_root = p_root AND r.source_root <> '')
                            ELSE EXISTS (SELECT FROM relation r WHERE r.link_id = p_link AND r.target_root = p_root AND r.target_root <> '') END;
END $$;

-- When a new notice is worked: at once, but what is told again right after it was read waits a little, so that a burst about one root costs two looks.
CREATE FUNCTION due_of(p_link text, p_side smallint, p_root text, p_stale boolean, p_now timestamptz) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF may_be_our_own(p_link, p_side, p_root) THEN RETURN p_now + interval '1 second'; END IF;
    RETURN greatest(p_now, (SELECT o.asked_at + interval '500 milliseconds' FROM observation o
        WHERE p_stale AND o.link_id = p_link AND o.side = p_side AND o.root = p_root AND o.part = '' AND o.asked_at <= p_now));
END $$;

-- The ids that a root is told to have had, the nearest first.
CREATE FUNCTION former_ids(p_link text, p_side smallint, p_root text) RETURNS TABLE (was text, n int) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE chain AS (
        SELECT r.was, 1 AS n FROM renumbering r WHERE r.link_id = p_link AND r.side = p_side AND r.root = p_root
        UNION SELECT r.was, c.n + 1 FROM chain c JOIN renumbering r ON r.link_id = p_link AND r.side = p_side AND r.root = c.was WHERE c.n < 20
    ) SELECT c.was, min(c.n) FROM chain c WHERE c.was <> p_root GROUP BY c.was ORDER BY 2, 1
$$;

-- Statement 1. Rows in the order of their key, so that two batches never wait for one another in a ring.
CREATE FUNCTION accept_hints(p_link text[], p_side smallint[], p_record text[], p_lane smallint[], p_why text[],
                             p_stale boolean[], p_was text[], p_run bigint[], p_are_roots boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_now timestamptz := hub_now();
BEGIN
    INSERT INTO renumbering (link_id, side, root, was)
    SELECT h.link_id, h.side, h.record, h.was FROM unnest(p_link, p_side, p_record, p_was) h(link_id, side, record, was)
    WHERE h.was <> '' AND h.was <> h.record ORDER BY 1, 2, 3, 4 ON CONFLICT DO NOTHING;
    WITH led AS (
        -- What was observed was the record itself; of a part it says nothing about the root.
        SELECT h.link_id, h.side, r.root,
            CASE WHEN h.lane = 2 AND NOT EXISTS (SELECT FROM link l WHERE l.id = h.link_id AND l.collects) THEN 0 ELSE h.lane END AS lane, h.why, h.stale OR r.root <> h.record AS stale, CASE WHEN r.is_main THEN h.run END AS run, h.n
        FROM unnest(p_link, p_side, p_record, p_lane, p_why, p_stale, p_was, p_run)
             WITH ORDINALITY h(link_id, side, record, lane, why, stale, was, run, n)
        CROSS JOIN LATERAL (SELECT * FROM roots_of(h.link_id, h.side, h.record) WHERE NOT p_are_roots
                            UNION ALL SELECT h.record, true WHERE p_are_roots) r(root, is_main)
    ), merged AS (
        SELECT link_id, side, root, min(lane) AS lane, bool_or(stale) AS stale, array_agg(why ORDER BY n) AS reasons,
               coalesce(array_agg(DISTINCT run) FILTER (WHERE run IS NOT NULL), '{}') AS runs
        FROM led GROUP BY link_id, side, root ORDER BY link_id, side, root
    ), numbered AS MATERIALIZED (
        SELECT m.*, nextval('notice_generation') AS generation FROM merged m
    ), placed AS (
    INSERT INTO notice AS n (link_id, side, root, generation, stale_gen, lane, due, since, reasons, runs)
    SELECT link_id, side, root, generation, CASE WHEN stale THEN generation ELSE 0 END, lane,
           due_of(link_id, side, root, stale, v_now), v_now, joined('{}', reasons), runs
    FROM numbered
    -- The number was drawn before the row was ours, so another hint may have passed it: the one that comes later is the newer one.
    ON CONFLICT (link_id, side, root) DO UPDATE
    SET generation = greatest(excluded.generation, n.generation + 1), attempts = 0,
        stale_gen = CASE WHEN excluded.stale_gen > 0 THEN greatest(excluded.generation, n.generation + 1) ELSE n.stale_gen END,
        lane = least(n.lane, excluded.lane), due = least(n.due, excluded.due), reasons = joined(n.reasons, excluded.reasons),
        runs = CASE WHEN n.runs @> excluded.runs THEN n.runs ELSE ARRAY(SELECT DISTINCT unnest(n.runs || excluded.runs)) END
    RETURNING n.link_id, n.side, n.root, n.generation)
    INSERT INTO run_item AS i (run_id, side, root, waiting, generation)
    SELECT t.run, p.side, p.root, true, p.generation
    FROM placed p JOIN numbered m USING (link_id, side, root) CROSS JOIN unnest(m.runs) t(run) JOIN run ON run.id = t.run
    WHERE cardinality(m.runs) > 0 ORDER BY 1, 2, 3
    ON CONFLICT (run_id, side, root) DO UPDATE SET waiting = true, generation = excluded.generation WHERE i.outcome IS NULL AND NOT i.waiting;
END $$;

-- How many looks a link may have in hand: one look makes one call at a time, so more looks than the account has slots would only
-- wait for each other. A quarter of the slots is kept for the live lane; 0 slots are as many as one likes.
CREATE FUNCTION looks_at_once(p_slots int, p_lane smallint, p_most int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_slots = 0 THEN p_most WHEN p_lane = 0 THEN p_slots ELSE p_slots - p_slots / 4 END
$$;

-- Links whose notices may be worked on now, and how many at once: a stopped one tries a single notice when its probe is due.
CREATE FUNCTION links_with_work(p_lane smallint, p_now timestamptz, p_most int)
RETURNS TABLE (link_id text, most int, served bigint, is_probe boolean) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    SELECT l.id, CASE WHEN l.state = 'STOPPED' THEN 1 ELSE least(p_most, room.looks) END, t.served, l.state = 'STOPPED'
    FROM link l
    JOIN link_turn t ON t.link_id = l.id
    JOIN account s ON s.id = l.source_account
    JOIN account d ON d.id = l.target_account
    JOIN account_budget sb ON sb.account_id = s.id
    JOIN account_budget db ON db.account_id = d.id
    CROSS JOIN LATERAL (SELECT least(looks_at_once(s.at_once, p_lane, p_most), looks_at_once(d.at_once, p_lane, p_most))
        - CASE WHEN s.at_once + d.at_once = 0 THEN 0 ELSE
            (SELECT count(*)::int FROM notice h WHERE h.link_id = l.id AND h.lease IS NOT NULL AND h.lease > p_now) END AS looks) room
    WHERE room.looks > 0 AND (l.state = 'ACTIVE' OR l.state = 'STOPPED' AND l.probe_at <= p_now)
      AND coalesce(s.back_off_until <= p_now, true) AND coalesce(d.back_off_until <= p_now, true)
      AND coalesce(CASE p_lane WHEN 0 THEN greatest(sb.live_dry, db.live_dry)
                               ELSE greatest(sb.backfill_dry, db.backfill_dry, l.quiet_until) END <= p_now, true)
      AND EXISTS (SELECT FROM notice n WHERE n.link_id = l.id AND n.lane = p_lane AND n.due <= p_now
                  AND (n.lease IS NULL OR n.lease <= p_now))
    ORDER BY t.served, l.id
    LIMIT p_most;
END $$;

-- Statement 2. Each link gives its oldest few, so the length of one link's queue costs nothing and delays nobody.
CREATE FUNCTION claim_notices(p_most int, p_lease interval, p_probe interval) RETURNS SETOF notice LANGUAGE plpgsql AS $$
DECLARE
    v_now   timestamptz := hub_now();
    v_left  int := p_most;
    v_links text[];
    v_most  int[];
    v_probes text[];
    v_got   int;
BEGIN
    FOR v_lane IN 0..1 LOOP
        WHILE v_left > 0 LOOP
            SELECT array_agg(w.link_id ORDER BY w.served, w.link_id),
                   array_agg(least(w.most, ceil(v_left::numeric / n)::int) ORDER BY w.served, w.link_id),
                   array_agg(w.link_id) FILTER (WHERE w.is_probe)
            INTO v_links, v_most, v_probes
            FROM (SELECT *, count(*) OVER () AS n FROM links_with_work(v_lane::smallint, v_now, v_left)) w;
            EXIT WHEN v_links IS NULL;
            RETURN QUERY
            WITH chosen AS MATERIALIZED (
                SELECT c.* FROM unnest(v_links, v_most) WITH ORDINALITY w(link_id, most, turn) CROSS JOIN LATERAL (
                    SELECT n.link_id, n.side, n.root FROM notice n
                    WHERE n.link_id = w.link_id AND n.lane = v_lane AND n.due <= v_now AND (n.lease IS NULL OR n.lease <= v_now)
                    ORDER BY n.due LIMIT w.most FOR UPDATE SKIP LOCKED) c
                LIMIT v_left)
            UPDATE notice n SET claim_token = nextval('claim_token'), lease = v_now + p_lease
            FROM chosen c WHERE n.link_id = c.link_id AND n.side = c.side AND n.root = c.root
            RETURNING n.*;
            GET DIAGNOSTICS v_got = ROW_COUNT;
            -- A turn that another claim is just writing down is written down: nobody waits for it.
            UPDATE link_turn t SET served = nextval('turn_number')
            WHERE t.link_id IN (SELECT o.link_id FROM link_turn o WHERE o.link_id = ANY (v_links) FOR UPDATE SKIP LOCKED);
            IF v_probes IS NOT NULL THEN
                UPDATE link SET probe_at = v_now + p_probe WHERE id = ANY (v_probes);
            END IF;
            EXIT WHEN v_got = 0;
            v_left := v_left - v_got;
        END LOOP;
    END LOOP;
END $$;

-- The next moment at which there is something to claim. Leased rows stand before those that are due later, and are few.
CREATE FUNCTION next_due() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT min(greatest(first.at, s.back_off_until, d.back_off_until,
                        CASE WHEN l.state = 'STOPPED' THEN l.probe_at END,
                        CASE lane WHEN 0 THEN greatest(sb.live_dry, db.live_dry) ELSE greatest(sb.backfill_dry, db.backfill_dry, l.quiet_until) END))
    FROM hub_now() AS now(at)
    CROSS JOIN link l
    CROSS JOIN (VALUES (0::smallint), (1::smallint)) lanes(lane)
    JOIN account s ON s.id = l.source_account
    JOIN account d ON d.id = l.target_account
    JOIN account_budget sb ON sb.account_id = s.id
    JOIN account_budget db ON db.account_id = d.id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN free.due <= now.at THEN free.due ELSE least(free.due, (
            SELECT min(h.lease) FROM notice h WHERE h.link_id = l.id AND h.lane = lanes.lane AND h.due <= now.at)) END
        FROM (SELECT (SELECT n.due FROM notice n WHERE n.link_id = l.id AND n.lane = lanes.lane AND (n.lease IS NULL OR n.lease <= now.at)
                      ORDER BY n.due LIMIT 1)) free(due)
    ) first(at)
    WHERE l.state IN ('ACTIVE', 'STOPPED') AND first.at IS NOT NULL);
END $$;

-- Renewal, in the order of the keys.
CREATE FUNCTION renew_claims(p_token bigint[], p_link text[], p_side smallint[], p_root text[], p_lease interval)
RETURNS SETOF bigint LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY
    WITH ours AS MATERIALIZED (
        SELECT n.link_id, n.side, n.root FROM unnest(p_token, p_link, p_side, p_root) c(token, link_id, side, root)
        JOIN notice n ON n.link_id = c.link_id AND n.side = c.side AND n.root = c.root AND n.claim_token = c.token
        ORDER BY 1, 2, 3 FOR UPDATE OF n)
    UPDATE notice n SET lease = hub_now() + p_lease FROM ours o
    WHERE n.link_id = o.link_id AND n.side = o.side AND n.root = o.root
    RETURNING n.claim_token;
END $$;

-- True where another claim than p_token holds the relation and its lease has not ended.
CREATE FUNCTION is_held_by_another(r relation, p_token bigint, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT r.lease_token IS NOT NULL AND r.lease_token <> p_token AND EXISTS (
        SELECT FROM notice h WHERE h.link_id = r.link_id AND h.side = r.lease_side AND h.root = r.lease_root
        AND h.claim_token = r.lease_token AND h.lease > p_now));
END $$;

-- A create that was open when this root was first seen, and that could have made it: by a key, or, where one of the two has none, by its kind.
-- And whether a person was asked about every one of those.
CREATE FUNCTION could_be_an_open_create(p_link text, p_side smallint, p_root text, r relation) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT CASE bool_and(c.state = 'HELD' AND NOT EXISTS (SELECT FROM answer a WHERE a.relation_id = c.id))
            WHEN true THEN 'ASKED_ABOUT' WHEN false THEN 'WAITING' ELSE 'NONE' END
        FROM open_create o JOIN relation c ON c.id = o.relation_id
        WHERE o.link_id = p_link AND o.side = p_side AND o.relation_id <> r.id AND o.root_kind IS NOT NULL AND o.began <= r.first_seen
        AND CASE WHEN o.kind = '' OR NOT EXISTS (SELECT FROM match_key k WHERE k.link_id = p_link AND k.side = p_side AND k.root = p_root)
            THEN coalesce(r.kind = o.root_kind, true)
            ELSE EXISTS (SELECT FROM match_key k WHERE k.link_id = p_link AND k.side = p_side AND k.kind = o.kind AND k.hash = o.hash
                         AND k.root = p_root) END);
END $$;

-- What was last seen of a root, and whether a hint that nobody has looked at yet makes it stale.
CREATE FUNCTION seen_of(p_link text, p_side smallint, p_root text)
RETURNS TABLE (body bytea, version text, modified_at timestamptz, asked_at timestamptz, stale boolean, number bigint, fresh boolean, looked bytea)
LANGUAGE sql STABLE AS $$
    -- What a dead notice told of was never read: it is as stale as before.
    SELECT o.body, o.version, o.modified_at, o.asked_at,
        EXISTS (SELECT FROM notice n WHERE n.link_id = p_link AND n.side = p_side AND n.root = p_root AND n.stale_gen > n.covered_gen)
        OR EXISTS (SELECT FROM dead_letter d WHERE d.link_id = p_link AND d.side = p_side AND d.root = p_root AND d.closed_by = ''),
        o.number, o.fresh, o.looked
    FROM observation o WHERE o.link_id = p_link AND o.side = p_side AND o.root = p_root AND o.part = '' AND p_root <> '' $$;

-- Another look has the relation: this one comes back.
CREATE FUNCTION put_back_a_little(p_token bigint, p_link text, p_side smallint, p_root text, p_now timestamptz) RETURNS void
LANGUAGE sql AS $$
    UPDATE notice n SET claim_token = NULL, lease = NULL, due = p_now + interval '1 second'
    WHERE n.link_id = p_link AND n.side = p_side AND n.root = p_root AND n.claim_token = p_token
$$;

-- The notice goes and its roots get hints in its place; runs that asked for it count it as equal, and each of its roots for itself.
CREATE FUNCTION move_notice(n notice, p_roots text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_runs  bigint[] := CASE WHEN cardinality(n.runs) > 0 THEN n.runs ELSE ARRAY[NULL::bigint] END;
    v_root  text[];
    v_run   bigint[];
    v_count int;
BEGIN
    SELECT array_agg(root), array_agg(run), count(*) INTO v_root, v_run, v_count FROM unnest(p_roots) root CROSS JOIN unnest(v_runs) run;
    PERFORM accept_hints(array_fill(n.link_id, ARRAY[v_count]), array_fill(n.side, ARRAY[v_count]), v_root, array_fill(n.lane, ARRAY[v_count]),
        array_fill('part'::text, ARRAY[v_count]), array_fill(true, ARRAY[v_count]), array_fill(''::text, ARRAY[v_count]), v_run, true);
END $$;

-- True where the id has no relation of its own and is a part by now: then nobody need look at it.
CREATE FUNCTION move_part(p_token bigint, p_link text, p_side smallint, p_root text, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    v_roots text[] := ARRAY(SELECT p.root FROM part p WHERE p.link_id = p_link AND p.side = p_side AND p.part_id = p_root AND p.root <> p_root ORDER BY 1);
    n       notice;
BEGIN
    IF cardinality(v_roots) = 0 THEN RETURN false; END IF;
    SELECT * INTO n FROM notice q WHERE q.link_id = p_link AND q.side = p_side AND q.root = p_root AND q.claim_token = p_token FOR UPDATE;
    PERFORM finish_notice(n, n.generation, 'EQUAL', p_now);
    PERFORM move_notice(n, v_roots);
    RETURN true;
END $$;

-- Opens the relation of a claimed root, makes its row at first sighting, and takes its lease. No row: another look has it, or the id is a part.
CREATE FUNCTION open_look(p_token bigint, p_link text, p_side smallint, p_root text, p_facet text, p_key bytea)
RETURNS TABLE (id bigint, revision bigint, source_root text, target_root text, wrapped_key bytea,
    source bytea, target bytea, pairing bytea, open_create text, part_of text[],
    s_body bytea, s_version text, s_modified timestamptz, s_asked timestamptz, s_stale boolean, s_number bigint, s_fresh boolean, s_looked bytea,
    t_body bytea, t_version text, t_modified timestamptz, t_asked timestamptz, t_stale boolean, t_number bigint, t_fresh boolean, t_looked bytea,
    d_id bigint[], d_state text[], d_intent bytea[], d_made text[], d_version text[], d_answer bytea[],
    d_sent timestamptz[], d_misses int[], d_missed timestamptz[],
    w_side smallint[], w_part text[], w_since timestamptz[], w_until timestamptz[], w_looked timestamptz[],
    g_intent bytea[], g_sent timestamptz[], a_body bytea[], wanted_id bigint[], wanted_body bytea[], wanted_doubted boolean[], was_another boolean) LANGUAGE plpgsql AS $$
DECLARE
    v_now timestamptz := hub_now();
    r     relation;
    v_seen bigint;
BEGIN
    PERFORM FROM notice n WHERE n.link_id = p_link AND n.side = p_side AND n.root = p_root AND n.claim_token = p_token;
    IF NOT FOUND THEN RETURN; END IF;
    IF p_side = 0 THEN
        SELECT * INTO r FROM relation q WHERE q.link_id = p_link AND q.source_root = p_root AND q.facet = p_facet AND q.source_root <> ''
        FOR NO KEY UPDATE SKIP LOCKED;
    ELSE
        SELECT * INTO r FROM relation q WHERE q.link_id = p_link AND q.target_root = p_root AND q.facet = p_facet AND q.target_root <> ''
        FOR NO KEY UPDATE SKIP LOCKED;
    END IF;
    IF NOT FOUND THEN
        IF p_side = 0 AND EXISTS (SELECT FROM relation q WHERE q.link_id = p_link AND q.source_root = p_root AND q.facet = p_facet AND q.source_root <> '')
           OR p_side = 1 AND EXISTS (SELECT FROM relation q WHERE q.link_id = p_link AND q.target_root = p_root AND q.facet = p_facet AND q.target_root <> '') THEN
            PERFORM put_back_a_little(p_token, p_link, p_side, p_root, v_now);
            RETURN;
        END IF;
        IF move_part(p_token, p_link, p_side, p_root, v_now) THEN RETURN; END IF;
        INSERT INTO relation AS q (link_id, facet, source_root, target_root, wrapped_key, changed_at)
        VALUES (p_link, p_facet, CASE p_side WHEN 0 THEN p_root ELSE '' END, CASE p_side WHEN 1 THEN p_root ELSE '' END, p_key, v_now)
        ON CONFLICT DO NOTHING RETURNING * INTO r;
        IF NOT FOUND THEN
            PERFORM put_back_a_little(p_token, p_link, p_side, p_root, v_now);
            RETURN;
        END IF;
    ELSE
        -- Everything durable that follows checks the token again, so a server's crash that forgets this lease harms nobody.
        SET LOCAL synchronous_commit = off;
        IF is_held_by_another(r, p_token, v_now) THEN
            PERFORM put_back_a_little(p_token, p_link, p_side, p_root, v_now);
            RETURN;
        END IF;
    END IF;
    UPDATE delivery q SET shown_to = p_token WHERE q.relation_id = r.id AND NOT q.settled AND q.state = 'DONE';
    UPDATE relation q SET lease_token = p_token, lease_side = p_side, lease_root = p_root,
        answers_seen = coalesce((SELECT max(a.id) FROM answer a WHERE a.relation_id = r.id), q.answers_seen),
        source_shown = (SELECT o.number FROM observation o WHERE o.link_id = p_link AND o.side = 0 AND o.root = q.source_root AND o.part = ''),
        target_shown = (SELECT o.number FROM observation o WHERE o.link_id = p_link AND o.side = 1 AND o.root = q.target_root AND o.part = '')
    WHERE q.id = r.id RETURNING q.answers_seen INTO v_seen;
    RETURN QUERY SELECT r.id, r.revision, r.source_root, r.target_root, r.wrapped_key, b.source, b.target, b.pairing,
        CASE WHEN r.source_root = '' OR r.target_root = '' THEN could_be_an_open_create(p_link, p_side, p_root, r) ELSE 'NONE' END,
        CASE WHEN r.kind IS NULL AND (r.source_root = '' OR r.target_root = '') AND CASE p_side WHEN 0 THEN s.number ELSE t.number END IS NULL
            THEN ARRAY(SELECT p.root FROM part p WHERE p.link_id = p_link AND p.side = p_side AND p.part_id = p_root AND p.root <> p_root
                       ORDER BY p.root) END,
        s.*, t.*, d.*, w.*, g.*, ARRAY(SELECT a.body FROM answer a WHERE a.relation_id = r.id AND a.id <= v_seen ORDER BY a.id),
        ARRAY(SELECT x.id FROM wanted x WHERE x.relation_id = r.id ORDER BY x.id), ARRAY(SELECT x.body FROM wanted x WHERE x.relation_id = r.id ORDER BY x.id),
        ARRAY(SELECT EXISTS (SELECT FROM delivery y WHERE y.relation_id = r.id AND y.state = 'ABANDONED' AND NOT y.is_create AND y.sent_at >= x.at)
              FROM wanted x WHERE x.relation_id = r.id ORDER BY x.id),
        (r.source_root = '' OR r.target_root = '') AND EXISTS (SELECT FROM renumbering q WHERE q.link_id = p_link AND q.side = p_side AND q.root = p_root)
    FROM (SELECT array_agg(d.id ORDER BY d.id), array_agg(d.state ORDER BY d.id), array_agg(d.intent ORDER BY d.id),
                 array_agg(d.made_id ORDER BY d.id), array_agg(d.version ORDER BY d.id), array_agg(d.answer ORDER BY d.id),
                 array_agg(d.sent_at ORDER BY d.id), array_agg(d.misses ORDER BY d.id), array_agg(d.last_miss_at ORDER BY d.id)
          FROM delivery d WHERE d.relation_id = r.id AND NOT d.settled AND d.state IN ('SENDING', 'IN_DOUBT', 'DONE')) d
    CROSS JOIN (SELECT array_agg(w.side ORDER BY w.side, w.part), array_agg(w.part ORDER BY w.side, w.part), array_agg(w.since ORDER BY w.side, w.part),
                       array_agg(w.until ORDER BY w.side, w.part), array_agg(w.looked ORDER BY w.side, w.part)
                FROM twin_watch w WHERE r.doubted AND w.relation_id = r.id) w
    CROSS JOIN (SELECT array_agg(g.intent ORDER BY g.id), array_agg(g.sent_at ORDER BY g.id)
                FROM delivery g WHERE r.doubted AND g.relation_id = r.id AND g.is_create AND g.state = 'ABANDONED') g
    LEFT JOIN baseline b ON b.relation_id = r.id
    LEFT JOIN LATERAL seen_of(p_link, 0::smallint, r.source_root) s ON true
    LEFT JOIN LATERAL seen_of(p_link, 1::smallint, r.target_root) t ON true;
END $$;

-- How many destructive effects a link may have in a day: as it is set, else 10 or one in a hundred of its pairs.
CREATE FUNCTION brake_of(p_link text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT coalesce((settings ->> 'brake')::bigint, greatest(10, (SELECT count(*) / 100 FROM relation
        WHERE link_id = p_link AND source_root <> '' AND target_root <> ''))) FROM link WHERE id = p_link);
END $$;

-- True while another destructive effect of so many fields stays under the brake of the link. Locks the link: effects are rare, and counted one by one.
CREATE FUNCTION brake_allows(p_link text, p_fields int, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM link WHERE id = p_link FOR NO KEY UPDATE;
    RETURN p_fields + (SELECT coalesce(sum(destructive), 0) FROM delivery WHERE link_id = p_link AND destructive > 0
        AND sent_at > p_now - interval '1 day' AND state NOT IN ('NOT_SENT', 'REFUSED')) <= brake_of(p_link);
END $$;

-- Paired roots of one side, and late twins that somebody is asked about, that stood on no page of a run, were not seen since it began and are not known to be gone; one more than the
-- brake at most, for then the listing was cut. Where it reads for a preview also so many that stand alone in the target: what holds a partner along must be there still.
CREATE FUNCTION missing_roots(p_run bigint, p_side smallint) RETURNS TABLE (root text, brake bigint, alone boolean) LANGUAGE plpgsql STABLE AS $$
DECLARE
    r       run;
    v_brake bigint;
BEGIN
    SELECT * INTO r FROM run q WHERE q.id = p_run;
    v_brake := brake_of(r.link_id);
    RETURN QUERY WITH missing AS (
        SELECT o.root, o.asked_at, NOT (q.source_root <> '' AND q.target_root <> '' OR EXISTS (SELECT FROM hold h WHERE h.relation_id = q.id AND h.closed_at IS NULL AND h.code = 'LATE_TWIN')) AS alone
        FROM observation o JOIN relation q ON q.id = o.relation_id
        WHERE o.link_id = r.link_id AND o.side = p_side AND o.part = '' AND o.asked_at < r.started_at
        AND o.root = CASE p_side WHEN 0 THEN q.source_root ELSE q.target_root END
        AND NOT CASE p_side WHEN 0 THEN q.source_gone ELSE q.target_gone END
        AND NOT EXISTS (SELECT FROM run_item i WHERE i.run_id = p_run AND i.side = p_side AND i.root = o.root))
    (SELECT m.root, v_brake, m.alone FROM missing m WHERE NOT m.alone ORDER BY 1 LIMIT v_brake + 1)
    UNION ALL (SELECT m.root, v_brake, m.alone FROM missing m WHERE m.alone AND r.kind = 'READ' AND p_side = 1 ORDER BY m.asked_at, m.root LIMIT v_brake);
END $$;

-- Links that fill one account know each other's records by what they read there, and by its keys what another of them is making: whoever makes
-- something waits for whoever makes the same, and then reads what that one did.
CREATE FUNCTION links_beside(p_link text, p_side smallint) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
    l link;
BEGIN
    SELECT * INTO l FROM link q WHERE q.id = p_link;
    IF p_side = 0 THEN RETURN (SELECT array_agg(o.id) FROM link o WHERE o.source_account = l.source_account AND o.id <> p_link); END IF;
    RETURN (SELECT array_agg(o.id) FROM link o WHERE o.target_account = l.target_account AND o.id <> p_link);
END $$;

-- It holds up another link for an hour at most, for it may be paused or ask a person; and a system lists what was made within ten minutes.
CREATE FUNCTION is_made_beside(p_links text[], p_side smallint, p_kinds text[], p_hashes bytea[], p_known text[], p_now timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM unnest(p_kinds, p_hashes) k(kind, hash) JOIN open_create o ON o.link_id = ANY (p_links) AND o.side = p_side AND o.kind = k.kind AND o.hash = k.hash
                   WHERE k.kind NOT IN ('', 'name') AND NOT is_of_one_source(k.kind) AND o.began > p_now - interval '1 hour')
        OR EXISTS (SELECT FROM unnest(p_kinds, p_hashes) k(kind, hash) JOIN match_key m ON m.link_id = ANY (p_links) AND m.side = p_side AND m.kind = k.kind AND m.hash = k.hash
                   WHERE k.kind <> 'name' AND NOT is_of_one_source(k.kind) AND m.since > p_now - interval '10 minutes' AND m.root <> ALL (p_known));
END $$;

-- See MatchKey.
CREATE FUNCTION is_of_one_source(p_kind text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT p_kind ~ '-(id|number)$' $$;

CREATE FUNCTION await_rivals(p_hashes bytea[]) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(k.number) FROM (SELECT DISTINCT hashtextextended(encode(hash, 'hex'), 0) AS number FROM unnest(p_hashes) hash ORDER BY 1) k
$$;

-- Statement 4. The verdict is GRANTED, ALREADY_DONE (with that delivery), OVER_BRAKE, LEASE_LOST, RIVAL, RIVAL_BESIDE or UNSETTLED.
CREATE FUNCTION intend_write(p_token bigint, p_link text, p_claim_side smallint, p_claim_root text, p_deadline interval,
    p_relation bigint, p_revision bigint, p_side smallint, p_create boolean, p_target text, p_destructive int, p_root_kind text,
    p_intent bytea, p_request bytea, p_kinds text[], p_hashes bytea[], p_found text[])
RETURNS TABLE (verdict text, id bigint, key text, found delivery) LANGUAGE plpgsql AS $$
DECLARE
    v_now timestamptz := hub_now();
    r     relation;
    v_birth text;
    d     delivery;
    v_id  bigint;
    v_links text[];
    v_known text[];
    v_key text := CASE WHEN p_create THEN gen_random_uuid()::text ELSE '' END;
BEGIN
    SELECT * INTO r FROM relation q WHERE q.id = p_relation;
    IF r.lease_token IS DISTINCT FROM p_token OR NOT EXISTS (SELECT FROM notice n WHERE n.link_id = p_link AND n.side = p_claim_side
        AND n.root = p_claim_root AND n.claim_token = p_token AND n.lease > v_now + p_deadline) THEN
        RETURN QUERY SELECT 'LEASE_LOST', NULL::bigint, '', NULL::delivery; RETURN;
    END IF;
    v_birth := coalesce(nullif(CASE p_side WHEN 1 THEN r.source_root ELSE r.target_root END, ''), r.id::text);
    IF p_create THEN
        v_links := links_beside(p_link, p_side);
        v_known := p_found || CASE p_side WHEN 0 THEN r.source_root ELSE r.target_root END;
        IF v_links IS NOT NULL THEN PERFORM await_rivals(p_hashes); END IF;
        SELECT * INTO d FROM delivery q WHERE q.is_create AND q.link_id = p_link AND q.birth = v_birth AND q.facet = r.facet
            AND q.side = p_side AND q.target = p_target ORDER BY q.attempt DESC LIMIT 1;
    ELSE
        SELECT * INTO d FROM delivery q WHERE NOT q.is_create AND q.relation_id = p_relation AND q.side = p_side
            AND q.revision = p_revision AND q.target = p_target;
    END IF;
    -- A look that has had its answer and writes there again has another value to write.
    IF d.state = 'DONE' AND (CASE WHEN p_create THEN NOT d.settled ELSE d.intended_by <> p_token END) THEN
        RETURN QUERY SELECT 'ALREADY_DONE', d.id, '', d; RETURN;
    ELSIF d.state IN ('SENDING', 'IN_DOUBT') AND NOT d.settled AND (p_create OR d.intended_by = p_token) THEN
        -- An update of a look that died is sent again; a create only after the core's verdict.
        RETURN QUERY SELECT 'UNSETTLED', d.id, '', d; RETURN;
    ELSIF p_destructive > 0 AND coalesce(d.state NOT IN ('SENDING', 'IN_DOUBT'), true) AND NOT brake_allows(p_link, p_destructive, v_now) THEN
        RETURN QUERY SELECT 'OVER_BRAKE', NULL::bigint, '', NULL::delivery; RETURN;
    ELSIF p_create AND EXISTS (SELECT FROM open_create o JOIN unnest(p_kinds, p_hashes) k(kind, hash) ON o.kind = k.kind AND o.hash = k.hash
                  WHERE o.link_id = p_link AND o.side = p_side AND o.relation_id <> p_relation AND o.kind NOT IN ('', 'name')) THEN
        RETURN QUERY SELECT 'RIVAL', NULL::bigint, '', NULL::delivery; RETURN;
    -- After that, for a rival that was open then has its keys by now: what it made while this look searched is found by the next look. No look
    -- goes on two minutes after its search, for its lease is lost by then.
    ELSIF p_create AND EXISTS (SELECT FROM match_key m JOIN unnest(p_kinds, p_hashes) k(kind, hash) ON m.kind = k.kind AND m.hash = k.hash
                  WHERE m.link_id = p_link AND m.side = p_side AND m.kind <> 'name' AND m.since > v_now - interval '2 minutes' AND m.root <> ALL (v_known)) THEN
        RETURN QUERY SELECT 'RIVAL', NULL::bigint, '', NULL::delivery; RETURN;
    ELSIF p_create AND v_links IS NOT NULL AND is_made_beside(v_links, p_side, p_kinds, p_hashes, v_known, v_now) THEN
        RETURN QUERY SELECT 'RIVAL_BESIDE', NULL::bigint, '', NULL::delivery; RETURN;
    END IF;
    IF d.id IS NULL OR p_create AND d.state <> 'NOT_SENT' THEN
        INSERT INTO delivery AS q (link_id, relation_id, side, is_create, revision, birth, facet, attempt, target, state, intent, request, idempotency_key,
                              sent_at, destructive, intended_by)
        VALUES (p_link, p_relation, p_side, p_create, p_revision, v_birth, r.facet, coalesce(d.attempt, 0) + 1, p_target, 'SENDING',
                p_intent, p_request, v_key, v_now, p_destructive, p_token) RETURNING q.id INTO v_id;
    ELSE
        UPDATE delivery q SET state = 'SENDING', intent = p_intent, request = p_request, idempotency_key = v_key, sent_at = v_now, ended_at = NULL,
            destructive = p_destructive + CASE q.state WHEN 'DONE' THEN q.destructive ELSE 0 END, settled = false, revision = p_revision, reasons = '[]', intended_by = p_token, shown_to = NULL WHERE q.id = d.id RETURNING q.id INTO v_id;
    END IF;
    IF p_create AND cardinality(p_kinds) > 0 THEN
        INSERT INTO open_create AS o (link_id, side, kind, hash, relation_id, delivery_id, root_kind, began)
        SELECT p_link, p_side, k.kind, k.hash, p_relation, v_id, p_root_kind, v_now FROM unnest(p_kinds, p_hashes) k(kind, hash)
        WHERE NOT EXISTS (SELECT FROM open_create e WHERE e.link_id = p_link AND e.side = p_side AND e.kind = k.kind AND e.hash = k.hash
                          AND e.relation_id = p_relation)
        ORDER BY 3, 4;
    END IF;
    -- What an update gives its root is that root's own from now on; the end of the look writes its keys anew.
    IF NOT p_create AND cardinality(p_kinds) > 0 THEN
        INSERT INTO match_key (link_id, side, kind, hash, root)
        SELECT p_link, p_side, k.kind, k.hash, CASE p_side WHEN 0 THEN r.source_root ELSE r.target_root END FROM unnest(p_kinds, p_hashes) k(kind, hash)
        ORDER BY 3, 4 ON CONFLICT DO NOTHING;
        UPDATE relation q SET indexed = NULL WHERE q.id = p_relation;
    END IF;
    RETURN QUERY SELECT 'GRANTED', v_id, v_key, NULL::delivery;
END $$;

-- Keys of roots as a listing shows them; see Dossiers. A look that reads the root next writes its keys anew.
CREATE FUNCTION acquaint(p_link text, p_side smallint, p_root text[], p_kind text[], p_hash bytea[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_known text[];
BEGIN
    WITH shown AS (
        SELECT DISTINCT n.kind, n.hash, n.root FROM unnest(p_root, p_kind, p_hash) n(root, kind, hash)
        WHERE NOT CASE p_side
            WHEN 0 THEN EXISTS (SELECT FROM relation r WHERE r.link_id = p_link AND r.source_root = n.root AND r.source_root <> '' AND r.target_root <> '')
            ELSE EXISTS (SELECT FROM relation r WHERE r.link_id = p_link AND r.target_root = n.root AND r.target_root <> '' AND r.source_root <> '') END
    ), added AS (
        INSERT INTO match_key (link_id, side, kind, hash, root) SELECT p_link, p_side, s.kind, s.hash, s.root FROM shown s ORDER BY 3, 4, 5
        ON CONFLICT DO NOTHING RETURNING root
    ) SELECT array_agg(DISTINCT a.root) INTO v_known FROM added a;
    IF p_side = 0 THEN
        UPDATE relation r SET indexed = NULL FROM unnest(v_known) k(root) WHERE r.link_id = p_link AND r.source_root = k.root AND r.source_root <> '';
    ELSE
        UPDATE relation r SET indexed = NULL FROM unnest(v_known) k(root) WHERE r.link_id = p_link AND r.target_root = k.root AND r.target_root <> '';
    END IF;
END $$;

-- Roots that their system told of and of which nothing is known yet, more of them than creates are under way there: each of those tells of itself
-- before its answer does. One that failed already is not waited for.
CREATE FUNCTION is_told_of_newcomers(p_link text, p_side smallint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    v_ours bigint := (SELECT count(DISTINCT o.delivery_id) FROM open_create o WHERE o.link_id = p_link AND o.side = p_side AND o.root_kind IS NOT NULL);
BEGIN
    RETURN v_ours < (SELECT count(*) FROM (
        SELECT FROM notice n WHERE n.link_id = p_link AND n.side = p_side AND n.stale_gen > n.covered_gen AND n.attempts = 0
        AND NOT EXISTS (SELECT FROM observation o WHERE o.link_id = p_link AND o.side = p_side AND o.root = n.root AND o.part = '')
        AND NOT EXISTS (SELECT FROM match_key k WHERE k.link_id = p_link AND k.side = p_side AND k.root = n.root)
        AND NOT CASE p_side
            WHEN 0 THEN EXISTS (SELECT FROM relation r WHERE r.link_id = p_link AND r.source_root = n.root AND r.source_root <> '' AND r.target_root <> '')
            ELSE EXISTS (SELECT FROM relation r WHERE r.link_id = p_link AND r.target_root = n.root AND r.target_root <> '' AND r.source_root <> '') END
        LIMIT v_ours + 1) told);
END $$;

-- Whether the index of a side is complete since p_since: UP_TO_NOW; LIST, where the caller is to list what is new; or WAIT until then. While the
-- first run goes on, it lists that side by itself.
CREATE FUNCTION turn_to_list(p_link text, p_side smallint, p_since timestamptz, p_awaits_told boolean, p_fresh interval, p_gap interval, p_lease interval)
RETURNS TABLE (verdict text, token bigint, at timestamptz) LANGUAGE plpgsql AS $$
DECLARE
    v_now timestamptz := hub_now();
    l     newcomer_listing;
BEGIN
    INSERT INTO newcomer_listing (link_id, side) SELECT p_link, p_side
    WHERE NOT EXISTS (SELECT FROM newcomer_listing q WHERE q.link_id = p_link AND q.side = p_side) ON CONFLICT DO NOTHING;
    SELECT * INTO l FROM newcomer_listing q WHERE q.link_id = p_link AND q.side = p_side FOR UPDATE;
    IF l.listed_at >= p_since AND l.ended_at + p_fresh > v_now THEN
        RETURN QUERY SELECT CASE WHEN p_awaits_told AND is_told_of_newcomers(p_link, p_side) THEN 'WAIT' ELSE 'UP_TO_NOW' END, NULL::bigint,
            v_now + interval '1 second';
    ELSIF l.lease > v_now OR l.listed_at IS NULL AND EXISTS (SELECT FROM run r WHERE r.link_id = p_link AND r.kind = 'INITIAL' AND r.state = 'RUNNING' AND NOT r.walked) THEN
        RETURN QUERY SELECT 'WAIT', NULL::bigint, v_now + interval '1 second';
    ELSIF l.ended_at + p_gap > v_now THEN
        RETURN QUERY SELECT 'WAIT', NULL::bigint, l.ended_at + p_gap;
    ELSE
        UPDATE newcomer_listing q SET token = nextval('newcomer_token'), lease = v_now + p_lease WHERE q.link_id = p_link AND q.side = p_side
        RETURNING q.token INTO l.token;
        RETURN QUERY SELECT 'LIST', l.token, v_now;
    END IF;
END $$;

-- Ids that a write made are known from its answer on, so that the vendor's own word of them is led to their root.
CREATE FUNCTION know_made(d delivery, p_made text, p_handles text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_is_root boolean := d.is_create AND d.target = '';
    v_root    text := p_made;
    r         relation;
BEGIN
    SELECT * INTO r FROM relation q WHERE q.id = d.relation_id;
    IF NOT v_is_root THEN
        v_root := CASE d.side WHEN 0 THEN r.source_root ELSE r.target_root END;
    ELSIF EXISTS (SELECT FROM relation o WHERE o.link_id = r.link_id AND o.facet = r.facet AND p_made = CASE d.side WHEN 0 THEN o.source_root ELSE o.target_root END) THEN
        -- The id was another's before: the finish settles whose it is.
        NULL;
    ELSIF d.side = 1 AND r.target_root = '' THEN
        UPDATE relation q SET target_root = p_made WHERE q.id = r.id;
    ELSIF d.side = 0 AND r.source_root = '' THEN
        UPDATE relation q SET source_root = p_made WHERE q.id = r.id;
    END IF;
    INSERT INTO part (link_id, side, part_id, root)
    SELECT DISTINCT d.link_id, d.side, h.id, v_root FROM unnest(p_handles || CASE WHEN v_is_root THEN '{}' ELSE ARRAY[p_made] END) h(id)
    WHERE h.id NOT IN ('', v_root) AND v_root <> '' ORDER BY 3
    ON CONFLICT DO NOTHING;
EXCEPTION WHEN unique_violation THEN
    -- Its word was quicker than the answer and has a row already: the finish folds the two.
    NULL;
END $$;

-- What was given up was made after all: it may be a twin by now, and its root is looked at.
CREATE FUNCTION tell_late(p_delivery bigint, p_made text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM accept_hints(ARRAY[f.link_id], ARRAY[f.side], ARRAY[f.root], ARRAY[0::smallint], ARRAY['twin'], ARRAY[true], ARRAY[''],
        ARRAY[NULL::bigint], true)
    FROM (SELECT d.link_id, d.side, CASE WHEN d.target = '' THEN p_made WHEN d.side = 0 THEN r.source_root ELSE r.target_root END AS root
          FROM delivery d JOIN relation r ON r.id = d.relation_id WHERE d.id = p_delivery AND d.is_create AND d.state IN ('ABANDONED', 'FORESTALLED')) f
    WHERE f.root <> '';
END $$;

-- The answer to one write, as a fact; returns the side on which a write has ended. Where it is definite that nothing was made, the identity is free again.
-- A finishing transaction that brings it takes it over at once, and marks the relation itself.
CREATE FUNCTION answer_write(p_delivery bigint, p_state text, p_made text, p_version text, p_answer bytea, p_reasons jsonb,
    p_handles text[], p_finished_at timestamptz DEFAULT NULL) RETURNS smallint LANGUAGE plpgsql AS $$
DECLARE
    d     delivery;
    v_now timestamptz := coalesce(p_finished_at, hub_now());
    v_finishes boolean := p_finished_at IS NOT NULL;
BEGIN
    UPDATE delivery SET state = p_state, made_id = p_made, version = p_version, answer = p_answer, reasons = p_reasons, ended_at = v_now,
        settled = v_finishes AND p_state IN ('DONE', 'REFUSED', 'NOT_SENT')
    WHERE id = p_delivery AND state IN ('SENDING', 'IN_DOUBT') RETURNING * INTO d;
    IF NOT FOUND THEN
        IF p_state = 'DONE' THEN PERFORM tell_late(p_delivery, p_made); END IF;
        RETURN NULL;
    END IF;
    IF d.is_create AND p_state IN ('REFUSED', 'NOT_SENT') THEN DELETE FROM open_create WHERE delivery_id = p_delivery; END IF;
    IF p_state = 'NOT_SENT' THEN RETURN NULL; END IF;
    IF NOT v_finishes AND d.side = 0 THEN
        UPDATE relation SET source_written_at = v_now WHERE id = d.relation_id;
    ELSIF NOT v_finishes THEN
        UPDATE relation SET target_written_at = v_now WHERE id = d.relation_id;
    END IF;
    IF NOT v_finishes AND p_state = 'DONE' AND (d.is_create OR cardinality(p_handles) > 0) THEN PERFORM know_made(d, p_made, p_handles); END IF;
    RETURN d.side;
END $$;

-- Sum of a ring of 60 ticks after the ticks that have passed since its newest entry are cleared.
CREATE FUNCTION turned(p_ring int[], p_at bigint, p_tick bigint) RETURNS int[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF p_tick - p_at >= 60 THEN RETURN array_fill(0, ARRAY[60]); END IF;
    -- A tick is no loop variable: those are integers, and a fast clock has more seconds than they hold.
    FOR n IN 1..(p_tick - p_at)::int LOOP
        p_ring[(p_at + n) % 60 + 1] := 0;
    END LOOP;
    RETURN p_ring;
END $$;

-- The first tick at which fewer than p_limit calls stand in the ring.
CREATE FUNCTION free_at(p_ring int[], p_tick bigint, p_limit int) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    v_sum int := (SELECT sum(c) FROM unnest(p_ring) c);
BEGIN
    FOR n IN 1..60 LOOP
        EXIT WHEN v_sum < p_limit;
        v_sum := v_sum - p_ring[(p_tick + n) % 60 + 1];
        IF v_sum < p_limit THEN RETURN p_tick + n; END IF;
    END LOOP;
    RETURN p_tick;
END $$;

-- One call out of the budget: its slot, or the moment until which to wait. What a crash forgets of it is a call or two, so nobody waits for the disk.
-- Vendors whose clock runs faster count their minutes and hours by that clock: p_speed is how many of their seconds pass in one of ours.
CREATE FUNCTION take_call(p_account text, p_lane smallint, p_slot interval, p_speed double precision) RETURNS TABLE (slot bigint, wait_until timestamptz)
LANGUAGE plpgsql AS $$
DECLARE
    v_now  timestamptz := hub_now();
    v_sec  bigint := floor(extract(epoch FROM v_now) * p_speed);
    v_min  bigint := floor(extract(epoch FROM v_now) * p_speed / 60);
    v_keep numeric := CASE p_lane WHEN 0 THEN 0 ELSE 0.25 END;
    v_wait timestamptz;
    a      account;
    b      account_budget;
BEGIN
    SET LOCAL synchronous_commit = off;
    SELECT * INTO a FROM account WHERE id = p_account;
    IF a.back_off_until > v_now THEN RETURN QUERY SELECT NULL::bigint, a.back_off_until; RETURN; END IF;
    IF a.per_minute + a.per_hour + a.at_once = 0 THEN RETURN QUERY SELECT 0::bigint, NULL::timestamptz; RETURN; END IF;
    SELECT * INTO b FROM account_budget WHERE account_id = p_account FOR UPDATE;
    b.seconds := turned(b.seconds, b.second_at, v_sec);
    b.minutes := turned(b.minutes, b.minute_at, v_min);
    v_wait := greatest(
        CASE WHEN a.per_hour > 0 THEN to_timestamp(60 * free_at(b.minutes, v_min, a.per_hour - floor(a.per_hour * v_keep)::int) / p_speed) END,
        CASE WHEN a.per_minute > 0 THEN to_timestamp(free_at(b.seconds, v_sec, a.per_minute - floor(a.per_minute * v_keep)::int) / p_speed) END);
    IF v_wait > v_now THEN
        UPDATE account_budget SET live_dry = CASE p_lane WHEN 0 THEN v_wait ELSE live_dry END, backfill_dry = greatest(backfill_dry, v_wait)
        WHERE account_id = p_account;
        RETURN QUERY SELECT NULL::bigint, v_wait; RETURN;
    END IF;
    slot := 0;
    IF a.at_once > 0 THEN
        DELETE FROM account_slot s WHERE s.account_id = p_account AND s.expires <= v_now;
        IF (SELECT count(*) FROM account_slot s WHERE s.account_id = p_account) >= a.at_once - floor(a.at_once * v_keep) THEN
            -- A slot is free again when its call ends, long before it expires.
            RETURN QUERY SELECT NULL::bigint, v_now + interval '50 milliseconds'; RETURN;
        END IF;
        INSERT INTO account_slot (account_id, expires) VALUES (p_account, v_now + p_slot) RETURNING id INTO slot;
    END IF;
    b.seconds[v_sec % 60 + 1] := b.seconds[v_sec % 60 + 1] + 1;
    b.minutes[v_min % 60 + 1] := b.minutes[v_min % 60 + 1] + 1;
    UPDATE account_budget SET seconds = b.seconds, second_at = v_sec, minutes = b.minutes, minute_at = v_min WHERE account_id = p_account;
    RETURN QUERY SELECT slot, NULL::timestamptz;
END $$;

-- The call ended; where the vendor says that less is left than we counted, others use the account too.
CREATE FUNCTION end_call(p_account text, p_slot bigint, p_remaining int, p_is_minute boolean, p_speed double precision) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_now timestamptz := hub_now();
    v_sec bigint := floor(extract(epoch FROM v_now) * p_speed);
    v_min bigint := floor(extract(epoch FROM v_now) * p_speed / 60);
    v_more int;
    a     account;
    b     account_budget;
BEGIN
    SET LOCAL synchronous_commit = off;
    DELETE FROM account_slot WHERE id = p_slot;
    IF p_remaining IS NULL THEN RETURN; END IF;
    SELECT * INTO a FROM account WHERE id = p_account;
    SELECT * INTO b FROM account_budget WHERE account_id = p_account FOR UPDATE;
    b.seconds := turned(b.seconds, b.second_at, v_sec);
    b.minutes := turned(b.minutes, b.minute_at, v_min);
    IF p_is_minute THEN
        v_more := a.per_minute - p_remaining - (SELECT sum(c) FROM unnest(b.seconds) c);
        IF a.per_minute > 0 AND v_more > 0 THEN b.seconds[v_sec % 60 + 1] := b.seconds[v_sec % 60 + 1] + v_more; END IF;
    ELSE
        v_more := a.per_hour - p_remaining - (SELECT sum(c) FROM unnest(b.minutes) c);
        IF a.per_hour > 0 AND v_more > 0 THEN b.minutes[v_min % 60 + 1] := b.minutes[v_min % 60 + 1] + v_more; END IF;
    END IF;
    UPDATE account_budget SET seconds = b.seconds, second_at = v_sec, minutes = b.minutes, minute_at = v_min WHERE account_id = p_account;
END $$;

-- What a person answered in one call takes the place of what was answered to the same before; returns by what its fate is asked for.
CREATE FUNCTION keep_answers(p_relation bigint, p_by text, p_code text[], p_subject text[], p_body bytea[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_ticket bigint := nextval('answer_ticket');
BEGIN
    WITH replaced AS (DELETE FROM answer a USING unnest(p_code, p_subject) n(code, subject)
        WHERE a.relation_id = p_relation AND a.code = n.code AND a.subject = n.subject RETURNING a.id, a.ticket, a.code, a.subject)
    INSERT INTO answer_end (id, relation_id, ticket, code, subject, fate, at) SELECT r.id, p_relation, r.ticket, r.code, r.subject, 'REPLACED', hub_now() FROM replaced r;
    INSERT INTO answer (relation_id, code, subject, body, given_by, at, ticket)
    SELECT p_relation, n.code, n.subject, n.body, p_by, hub_now(), v_ticket FROM unnest(p_code, p_subject, p_body) n(code, subject, body);
    RETURN v_ticket;
END $$;

-- A replaced one stays open as long as what took its place: a look that had begun before may follow it still.
CREATE FUNCTION fates_of(p_ticket bigint) RETURNS TABLE (fate text) LANGUAGE sql STABLE AS $$
    SELECT 'OPEN' FROM answer a WHERE a.ticket = p_ticket
    UNION ALL
    SELECT CASE WHEN e.fate = 'REPLACED' AND EXISTS (SELECT FROM answer a WHERE a.relation_id = e.relation_id AND a.code = e.code AND a.subject = e.subject)
        THEN 'OPEN' ELSE e.fate END FROM answer_end e WHERE e.ticket = p_ticket
$$;
