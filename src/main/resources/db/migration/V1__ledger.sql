-- The ledger: what the hub remembers. Sides are 0 (source) and 1 (target); a root or part that does not exist is '', never NULL.
-- Columns of type bytea hold personal values or secrets, encrypted before they get here, or keyed hashes of them.

-- The clock by which every duration runs. Only tests and a sandbox that runs faster write this row.
CREATE TABLE hub_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    since    timestamptz NOT NULL DEFAULT clock_timestamp(),
    ahead    interval NOT NULL DEFAULT '0',
    speed    double precision NOT NULL DEFAULT 1
);
INSERT INTO hub_clock DEFAULT VALUES;

-- In PL/pgSQL, which keeps its plan: a function in SQL is planned anew in every statement that calls it.
CREATE FUNCTION hub_now() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT since + (clock_timestamp() - since) * speed + ahead FROM hub_clock);
END $$;

-- Something known, encrypted with the installation's key: a wrong key is noticed at start, not at the first record.
CREATE TABLE key_check (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    sample   bytea NOT NULL
);

CREATE TABLE office (
    id         text PRIMARY KEY,
    name       text NOT NULL,
    -- how many days explain and history reach back; NULL is for ever
    keep_days  int,
    created_at timestamptz NOT NULL DEFAULT hub_now()
);

CREATE TABLE app_user (
    name          text PRIMARY KEY,
    password_hash text NOT NULL,
    -- may manage offices
    is_system     boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT hub_now()
);

CREATE TABLE user_office (
    user_name text NOT NULL REFERENCES app_user ON DELETE CASCADE,
    office_id text NOT NULL REFERENCES office ON DELETE CASCADE,
    role      text NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
    PRIMARY KEY (user_name, office_id)
);

CREATE TABLE audit (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    office_id text NOT NULL,
    at        timestamptz NOT NULL DEFAULT hub_now(),
    who       text NOT NULL,
    did       text NOT NULL,
    about     text NOT NULL,
    details   jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_of_office ON audit (office_id, id);

CREATE TABLE account (
    id             text PRIMARY KEY,
    office_id      text NOT NULL REFERENCES office,
    system         text NOT NULL,
    -- the vendor's own office number, or the client id where it has none
    number         text NOT NULL,
    base_url       text NOT NULL,
    auth_url       text NOT NULL,
    credentials    bytea NOT NULL,
    per_minute     int NOT NULL,
    per_hour       int NOT NULL,
    at_once        int NOT NULL,
    back_off_until timestamptz,
    back_off_why   text NOT NULL DEFAULT '',
    UNIQUE (office_id, system, number)
);

-- Apart from the account, for it changes with every call.
CREATE TABLE account_budget (
    account_id      text PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    -- calls by second of the last minute and by minute of the last hour, in rings; *_at is the tick of the newest entry
    seconds         int[] NOT NULL DEFAULT array_fill(0, ARRAY[60]),
    second_at       bigint NOT NULL DEFAULT 0,
    minutes         int[] NOT NULL DEFAULT array_fill(0, ARRAY[60]),
    minute_at       bigint NOT NULL DEFAULT 0,
    -- until then a lane has no budget, so its notices need not be claimed
    live_dry        timestamptz,
    backfill_dry    timestamptz
) WITH (fillfactor = 50);

CREATE TABLE account_slot (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id text NOT NULL REFERENCES account ON DELETE CASCADE,
    expires    timestamptz NOT NULL
);
CREATE INDEX slots_of_account ON account_slot (account_id);

-- Apart from the account, for it is locked while a new token is fetched.
CREATE TABLE account_token (
    account_id text PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    token      bytea,
    expires    timestamptz,
    -- by what the next one is asked for, good once; NULL where none is needed, or where nobody let us in
    renewal    bytea
);

CREATE TABLE link (
    id                  text PRIMARY KEY,
    office_id           text NOT NULL REFERENCES office,
    type                text NOT NULL,
    name                text NOT NULL,
    state               text NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'ACTIVE', 'PAUSED', 'STOPPED')),
    why                 text NOT NULL DEFAULT '',
    settings            jsonb NOT NULL,
    source_account      text NOT NULL REFERENCES account,
    target_account      text NOT NULL REFERENCES account,
    source_secret       bytea NOT NULL,
    target_secret       bytea NOT NULL,
    source_last_webhook timestamptz,
    target_last_webhook timestamptz,
    -- what webhooks tell waits until it is asked for
    collects            boolean NOT NULL DEFAULT false,
    -- passes over many records rest until then
    quiet_until         timestamptz,
    -- when a stopped link tries one notice again
    probe_at            timestamptz,
    -- claims with a higher token than this are probes
    stopped_token       bigint,
    created_at          timestamptz NOT NULL DEFAULT hub_now()
);
CREATE INDEX links_of_office ON link (office_id, id);
CREATE INDEX links_of_source_account ON link (source_account);
CREATE INDEX links_of_target_account ON link (target_account);

CREATE SEQUENCE turn_number;
CREATE TABLE link_turn (
    link_id text PRIMARY KEY REFERENCES link ON DELETE CASCADE,
    served  bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Looks and failures by minute in a ring of six minutes. A stripe per connection keeps looks from waiting for one another.
CREATE TABLE link_health (
    link_id  text NOT NULL,
    slot     smallint NOT NULL,
    stripe   smallint NOT NULL,
    minute   bigint NOT NULL,
    looks    int NOT NULL,
    failures int NOT NULL,
    PRIMARY KEY (link_id, slot, stripe)
) WITH (fillfactor = 30);

CREATE TABLE relation (
    id                bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    link_id           text NOT NULL REFERENCES link ON DELETE CASCADE,
    facet             text NOT NULL,
    source_root       text NOT NULL DEFAULT '',
    target_root       text NOT NULL DEFAULT '',
    kind              text,
    state             text NOT NULL DEFAULT 'PENDING',
    reasons           jsonb NOT NULL DEFAULT '[]',
    revision          bigint NOT NULL DEFAULT 0,
    first_seen        timestamptz NOT NULL DEFAULT hub_now(),
    changed_at        timestamptz NOT NULL DEFAULT hub_now(),
    -- NULL once the person is erased: then nothing encrypted with it can be read any more
    wrapped_key       bytea,
    label             bytea,
    -- the claim that holds it; the lease itself is that notice's, so one renewal lengthens both
    lease_token       bigint,
    lease_side        smallint,
    lease_root        text,
    -- what the look that holds it was shown: the newest answer, and which observations
    answers_seen      bigint NOT NULL DEFAULT 0,
    source_shown      bigint,
    target_shown      bigint,
    -- when our last write to either root ended: what was asked for before may still show the old state
    source_written_at timestamptz,
    target_written_at timestamptz,
    -- asked for by id and not there any more
    source_gone       boolean NOT NULL DEFAULT false,
    target_gone       boolean NOT NULL DEFAULT false,
    -- a create of it was in doubt once, so it may have a twin; what is to be watched stands in twin_watch
    doubted           boolean NOT NULL DEFAULT false,
    -- keyed hash of what stands in the index for it, so that an unchanged look writes no index
    indexed           bytea,
    CHECK (source_root <> '' OR target_root <> '')
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
CREATE UNIQUE INDEX relation_source ON relation (link_id, source_root, facet) WHERE source_root <> '';
CREATE UNIQUE INDEX relation_target ON relation (link_id, target_root, facet) WHERE target_root <> '';
CREATE INDEX relations_by_state ON relation (link_id, state, id);
ALTER TABLE relation ALTER wrapped_key SET STORAGE PLAIN, ALTER label SET STORAGE EXTERNAL;

-- A row that was folded into another: its id goes on answering and its key goes on reading what it encrypted.
CREATE TABLE relation_alias (
    id          bigint PRIMARY KEY,
    relation_id bigint NOT NULL REFERENCES relation ON DELETE CASCADE,
    wrapped_key bytea
);
CREATE INDEX aliases_of_relation ON relation_alias (relation_id);

-- Apart from the relation, so that taking a lease copies a small row.
CREATE TABLE baseline (
    relation_id bigint PRIMARY KEY REFERENCES relation ON DELETE CASCADE,
    source      bytea NOT NULL,
    target      bytea NOT NULL,
    -- partners, gone sides, recent writes, standing differences
    pairing     bytea NOT NULL,
    content     bytea NOT NULL
) WITH (fillfactor = 70);
ALTER TABLE baseline ALTER source SET STORAGE EXTERNAL, ALTER target SET STORAGE EXTERNAL, ALTER pairing SET STORAGE EXTERNAL;

CREATE SEQUENCE observation_number;
CREATE TABLE observation (
    link_id     text NOT NULL REFERENCES link ON DELETE CASCADE,
    side        smallint NOT NULL,
    root        text NOT NULL,
    part        text NOT NULL DEFAULT '',
    -- whose key encrypts it
    relation_id bigint NOT NULL REFERENCES relation ON DELETE CASCADE,
    version     text NOT NULL,
    modified_at timestamptz,
    asked_at    timestamptz NOT NULL,
    content     bytea NOT NULL,
    body        bytea NOT NULL,
    -- a listing stored it and no look that was shown this number has ended
    fresh       boolean NOT NULL,
    -- while it is fresh: what a look last saw, for the history
    looked      bytea,
    number      bigint NOT NULL,
    PRIMARY KEY (link_id, side, root, part)
) WITH (fillfactor = 70);
CREATE INDEX observations_of_relation ON observation (relation_id);
ALTER TABLE observation ALTER body SET STORAGE EXTERNAL, ALTER looked SET STORAGE EXTERNAL;

-- The index part -> root; one id may lead to several roots.
CREATE TABLE part (
    link_id text NOT NULL REFERENCES link ON DELETE CASCADE,
    side    smallint NOT NULL,
    part_id text NOT NULL,
    root    text NOT NULL,
    PRIMARY KEY (link_id, side, part_id, root)
);
CREATE INDEX parts_of_root ON part (link_id, side, root);

CREATE TABLE match_key (
    link_id text NOT NULL REFERENCES link ON DELETE CASCADE,
    side    smallint NOT NULL,
    kind    text NOT NULL,
    hash    bytea NOT NULL,
    root    text NOT NULL,
    since   timestamptz NOT NULL DEFAULT hub_now(),
    PRIMARY KEY (link_id, side, kind, hash, root)
);
CREATE INDEX keys_of_root ON match_key (link_id, side, root);

-- Whole words for the search of the interface, as keyed hashes.
CREATE TABLE search_word (
    link_id     text NOT NULL REFERENCES link ON DELETE CASCADE,
    hash        bytea NOT NULL,
    relation_id bigint NOT NULL REFERENCES relation ON DELETE CASCADE,
    PRIMARY KEY (link_id, hash, relation_id)
);
CREATE INDEX words_of_relation ON search_word (relation_id);

-- Rows that come by the thousand (notices, deliveries, decisions, history) name their link without a reference: checking it would lock
-- the link's row at each of them, and the hub deletes no link.

CREATE SEQUENCE notice_generation;
CREATE SEQUENCE claim_token;
CREATE TABLE notice (
    link_id     text NOT NULL,
    side        smallint NOT NULL,
    root        text NOT NULL,
    generation  bigint NOT NULL,
    -- the newest hint that asks for a read, and the newest generation that a look has covered
    stale_gen   bigint NOT NULL DEFAULT 0,
    covered_gen bigint NOT NULL DEFAULT 0,
    lane        smallint NOT NULL,
    due         timestamptz NOT NULL,
    since       timestamptz NOT NULL,
    claim_token bigint,
    lease       timestamptz,
    attempts    int NOT NULL DEFAULT 0,
    reasons     text[] NOT NULL,
    runs        bigint[] NOT NULL,
    PRIMARY KEY (link_id, side, root)
-- Neither claim nor renewal changes an indexed column, so both stay in the page; the queue is vacuumed early, or its index fills with the dead.
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_vacuum_insert_threshold = 50000, autovacuum_analyze_scale_factor = 0.2, autovacuum_vacuum_cost_delay = 0);
-- A vendor tells that a record goes by another id from now on. Believed only when the old one is gone and the new one is like it; kept, for
-- such words come in any order and several in a row.
CREATE TABLE renumbering (
    link_id text NOT NULL,
    side    smallint NOT NULL,
    root    text NOT NULL,
    was     text NOT NULL,
    told_at timestamptz NOT NULL DEFAULT hub_now(),
    PRIMARY KEY (link_id, side, root, was)
);

CREATE INDEX notice_turn ON notice (link_id, lane, due);
-- How many looks a link has in hand.
CREATE INDEX notice_in_hand ON notice (link_id) WHERE lease IS NOT NULL;

CREATE TABLE delivery (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    link_id      text NOT NULL,
    relation_id  bigint NOT NULL,
    side         smallint NOT NULL,
    is_create    boolean NOT NULL,
    -- of an update: the revision it was decided on
    revision     bigint NOT NULL,
    -- of a create: the root and facet from which it is born, and which attempt this is
    birth        text NOT NULL,
    facet        text NOT NULL,
    attempt      int NOT NULL,
    -- the part and its resource; empty for the root itself
    target       text NOT NULL,
    state        text NOT NULL CHECK (state IN ('SENDING', 'DONE', 'REFUSED', 'NOT_SENT', 'IN_DOUBT', 'ABANDONED', 'FORESTALLED')),
    intent       bytea NOT NULL,
    request      bytea NOT NULL,
    -- of a create, for a vendor that answers the same key with the same record
    idempotency_key text NOT NULL,
    sent_at      timestamptz NOT NULL,
    ended_at     timestamptz,
    made_id      text NOT NULL DEFAULT '',
    version      text NOT NULL DEFAULT '',
    answer       bytea,
    reasons      jsonb NOT NULL DEFAULT '[]',
    misses       int NOT NULL DEFAULT 0,
    last_miss_at timestamptz,
    destructive  int NOT NULL,
    -- a finishing transaction has taken its outcome over
    settled      boolean NOT NULL DEFAULT false,
    -- the claims that intended it, and that were shown its answer: another look, which knows nothing of the answer, settles nothing
    intended_by  bigint NOT NULL,
    shown_to     bigint
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX delivery_update ON delivery (relation_id, side, revision, target) WHERE NOT is_create;
CREATE UNIQUE INDEX delivery_create ON delivery (link_id, birth, facet, side, target, attempt) WHERE is_create;
-- Rows come in the order of their moments, so this costs a write nothing.
CREATE INDEX deliveries_by_time ON delivery USING brin (sent_at);
CREATE INDEX deliveries_open ON delivery (relation_id) WHERE NOT settled;
CREATE INDEX deliveries_destructive ON delivery (link_id, sent_at) WHERE destructive > 0;
CREATE INDEX deliveries_of_relation ON delivery (relation_id, id);
ALTER TABLE delivery ALTER intent SET STORAGE EXTERNAL, ALTER request SET STORAGE EXTERNAL, ALTER answer SET STORAGE EXTERNAL;

-- Identity of creates that are not settled. One without any key stands here once, with an empty kind.
CREATE TABLE open_create (
    link_id     text NOT NULL REFERENCES link ON DELETE CASCADE,
    side        smallint NOT NULL,
    kind        text NOT NULL,
    hash        bytea NOT NULL,
    relation_id bigint NOT NULL,
    delivery_id bigint NOT NULL REFERENCES delivery ON DELETE CASCADE,
    -- organisation or person where a root is made; NULL for a part
    root_kind   text,
    began       timestamptz NOT NULL,
    PRIMARY KEY (link_id, side, kind, hash, delivery_id)
);
CREATE UNIQUE INDEX open_create_identity ON open_create (link_id, side, kind, hash) WHERE kind NOT IN ('', 'name');
CREATE INDEX open_creates_of_relation ON open_create (relation_id);
CREATE INDEX open_creates_of_delivery ON open_create (delivery_id);

-- Creates that were in doubt and are settled: a twin that shows up becomes a question, and until the end it is looked for.
CREATE TABLE twin_watch (
    relation_id bigint NOT NULL REFERENCES relation ON DELETE CASCADE,
    side        smallint NOT NULL,
    part        text NOT NULL,
    since       timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    looked      timestamptz NOT NULL,
    PRIMARY KEY (relation_id, side, part)
);

CREATE TABLE hold (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    link_id     text NOT NULL REFERENCES link ON DELETE CASCADE,
    relation_id bigint NOT NULL,
    code        text NOT NULL,
    subject     text NOT NULL,
    body        bytea NOT NULL,
    content     bytea NOT NULL,
    since       timestamptz NOT NULL,
    closed_at   timestamptz
);
CREATE UNIQUE INDEX hold_open ON hold (relation_id, code, subject) WHERE closed_at IS NULL;
CREATE INDEX holds_open_of_link ON hold (link_id, id) WHERE closed_at IS NULL;

CREATE TABLE answer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    relation_id bigint NOT NULL REFERENCES relation ON DELETE CASCADE,
    code        text NOT NULL,
    subject     text NOT NULL,
    body        bytea NOT NULL,
    given_by    text NOT NULL,
    at          timestamptz NOT NULL,
    -- of the call that gave it, with others perhaps
    ticket      bigint NOT NULL
);
CREATE INDEX answers_of_relation ON answer (relation_id, id);
CREATE INDEX answers_of_ticket ON answer (ticket);
CREATE SEQUENCE answer_ticket;

-- What became of an answer, for who waits for it: followed or overtaken, by the look that used it up, or replaced by another. No value is in it.
CREATE TABLE answer_end (
    id          bigint PRIMARY KEY,
    relation_id bigint NOT NULL REFERENCES relation ON DELETE CASCADE,
    ticket      bigint NOT NULL,
    code        text NOT NULL,
    subject     text NOT NULL,
    fate        text NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX answer_ends_of_relation ON answer_end (relation_id, code, subject, id);
CREATE INDEX answer_ends_of_ticket ON answer_end (ticket);

CREATE TABLE dead_letter (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    link_id     text NOT NULL REFERENCES link ON DELETE CASCADE,
    relation_id bigint NOT NULL,
    side        smallint NOT NULL,
    root        text NOT NULL,
    code        text NOT NULL,
    reasons     jsonb NOT NULL,
    decision    jsonb NOT NULL,
    answer      text NOT NULL,
    attempts    int NOT NULL,
    at          timestamptz NOT NULL,
    closed_by   text NOT NULL DEFAULT '',
    closed_at   timestamptz,
    closed_who  text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX dead_letter_open ON dead_letter (link_id, side, root) WHERE closed_by = '';
CREATE INDEX dead_letters_open_of_relation ON dead_letter (relation_id) WHERE closed_by = '';

CREATE TABLE decision (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    link_id     text NOT NULL,
    relation_id bigint NOT NULL,
    at          timestamptz NOT NULL,
    revision    bigint NOT NULL,
    state       text NOT NULL,
    outcome     text NOT NULL,
    reasons     jsonb NOT NULL,
    body        jsonb NOT NULL,
    notice      text[] NOT NULL
);
CREATE INDEX decisions_of_relation ON decision (relation_id, id);

CREATE TABLE history (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    link_id     text NOT NULL,
    relation_id bigint NOT NULL,
    side        smallint NOT NULL,
    part        text NOT NULL,
    field       text NOT NULL,
    value       bytea NOT NULL,
    written     boolean NOT NULL,
    at          timestamptz NOT NULL,
    notice      text[] NOT NULL,
    decision_id bigint,
    run_id      bigint,
    -- all that had it looked at, or waited for that
    runs        bigint[] NOT NULL,
    -- of a record that was gone before the relation had a partner: whoever has its id afterwards may be another
    former      boolean NOT NULL DEFAULT false
);
CREATE INDEX history_of_relation ON history (relation_id, id);

CREATE SEQUENCE run_token;
CREATE TABLE run (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    link_id    text NOT NULL REFERENCES link ON DELETE CASCADE,
    kind       text NOT NULL,
    state      text NOT NULL DEFAULT 'RUNNING',
    started_by text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT hub_now(),
    ended_at   timestamptz,
    total      int,
    -- outcomes that were known when the page was walked; those of its notices stand in run_item
    known      jsonb NOT NULL DEFAULT '{}',
    walked     boolean NOT NULL DEFAULT false,
    why        text NOT NULL DEFAULT '',
    -- after how many relations it ends; 0 without limit
    size       int NOT NULL DEFAULT 0,
    token      bigint NOT NULL DEFAULT 0,
    lease      timestamptz
);
CREATE UNIQUE INDEX run_of_a_kind ON run (link_id, kind) WHERE state IN ('RUNNING', 'PAUSED') AND kind <> 'IMPORT';
CREATE INDEX runs_of_link ON run (link_id, id);

-- One root of a run: seen, waiting for its notice, or ended with an outcome.
CREATE TABLE run_item (
    run_id   bigint NOT NULL REFERENCES run ON DELETE CASCADE,
    side     smallint NOT NULL,
    root     text NOT NULL,
    waiting  boolean NOT NULL,
    -- of the hint that the run placed: a look at an older one is not the run's
    generation bigint NOT NULL DEFAULT 0,
    -- the page on which it stood was walked to its end: seen again, it is a repeated row
    counted  boolean NOT NULL DEFAULT false,
    outcome  text,
    -- what became of a plan's item whose own look is still to come
    came_to  text,
    -- what a look that others had asked for did meanwhile
    wrote    text,
    PRIMARY KEY (run_id, side, root)
) WITH (fillfactor = 80);
CREATE INDEX run_items_waiting ON run_item (run_id) WHERE waiting;
CREATE INDEX run_items_uncounted ON run_item (run_id) WHERE NOT counted;

-- A file that somebody brought, in pieces, sealed; and the rows of it that became nothing.
CREATE TABLE import_piece (
    run_id bigint NOT NULL REFERENCES run ON DELETE CASCADE,
    n      int NOT NULL,
    body   bytea NOT NULL,
    PRIMARY KEY (run_id, n)
);
ALTER TABLE import_piece ALTER body SET STORAGE EXTERNAL;
CREATE TABLE import_problem (
    run_id bigint NOT NULL REFERENCES run ON DELETE CASCADE,
    line   bigint NOT NULL,
    body   bytea NOT NULL,
    PRIMARY KEY (run_id, line)
);

-- What a run that only looks has found: kept until the run goes. A twin shares a key with another root of the run.
CREATE TABLE survey_row (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id  bigint NOT NULL REFERENCES run ON DELETE CASCADE,
    side    smallint NOT NULL,
    root    text NOT NULL,
    body    bytea NOT NULL,
    verdict text NOT NULL,
    reasons jsonb NOT NULL,
    keys    bytea[] NOT NULL,
    UNIQUE (run_id, side, root)
);
CREATE INDEX survey_rows_in_order ON survey_row (run_id, id);
CREATE INDEX survey_rows_by_key ON survey_row USING gin (keys);

CREATE TABLE checkpoint (
    link_id   text NOT NULL REFERENCES link ON DELETE CASCADE,
    side      smallint NOT NULL,
    listing   text NOT NULL,
    position  text NOT NULL,
    newest    text NOT NULL,
    watermark text NOT NULL,
    PRIMARY KEY (link_id, side, listing)
) WITH (fillfactor = 50);

-- Up to when the index of a side knows what its system has: before a record is made where a vendor cannot be searched, what is new is listed.
CREATE SEQUENCE newcomer_token;
CREATE TABLE newcomer_listing (
    link_id   text NOT NULL REFERENCES link ON DELETE CASCADE,
    side      smallint NOT NULL,
    -- when the newest pass that was read to its end began, and when it ended
    listed_at timestamptz,
    ended_at  timestamptz,
    -- who lists now
    token     bigint,
    lease     timestamptz,
    PRIMARY KEY (link_id, side)
) WITH (fillfactor = 50);

CREATE SEQUENCE schedule_token;
CREATE TABLE schedule (
    link_id text NOT NULL REFERENCES link ON DELETE CASCADE,
    what    text NOT NULL,
    every   interval NOT NULL,
    due     timestamptz NOT NULL,
    token   bigint,
    lease   timestamptz,
    PRIMARY KEY (link_id, what)
);
CREATE INDEX schedule_due ON schedule (due);
