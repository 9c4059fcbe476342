-- Who calls the hub: screens of other programs, such as a CRM's own, the vendors' webhooks, and people whom a vendor sends back.

-- A token is good for comparing and choosing in one link. Its text is told once; what is kept is a keyed hash of the secret in it. A name is used once in a link, for the history tells who did what by it.
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

-- What a vendor said when it was asked last whether it calls our webhook.
CREATE TABLE webhook_hearing (
    link_id  text NOT NULL REFERENCES link ON DELETE CASCADE,
    side     smallint NOT NULL,
    hearing  text NOT NULL CHECK (hearing IN ('HEARD', 'SWITCHED_ON_AGAIN', 'MISSING', 'OF_ANOTHER')),
    asked_at timestamptz NOT NULL DEFAULT hub_now(),
    PRIMARY KEY (link_id, side)
);

-- A permission that a person is asking a vendor for. The state that comes back is the id and a secret, of which a keyed hash is kept; the row goes when it comes.
CREATE TABLE open_authorization (
    id         text PRIMARY KEY,
    hash       bytea NOT NULL,
    account_id text NOT NULL REFERENCES account ON DELETE CASCADE,
    begun_by   text NOT NULL,
    verifier   bytea NOT NULL,
    ends_at    timestamptz NOT NULL
);
