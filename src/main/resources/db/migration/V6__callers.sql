-- Screens: what a program beside the hub, such as a CRM's own page, may show and choose in one link.

-- Its text is told once; what is kept is a keyed hash of the secret in it. A name is used once in a link, for the history tells who did what by it.
CREATE TABLE access_token (
    id         text PRIMARY KEY,
    link_id    text NOT NULL REFERENCES link ON DELETE CASCADE,
    name       text NOT NULL,
    hash       bytea NOT NULL,
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT hub_now(),
    -- NULL is until it is revoked
    expires_at timestamptz,
    revoked_at timestamptz,
    UNIQUE (link_id, name)
);
