package nl.koppelwerk.systems.accounton;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What nobody could tell about Accounton and an installation may have to set otherwise. */
@ApplicationScoped
class AccountonChoices {

    private final RecordMapping client;
    private final Duration keyLife;
    private final Duration importWait;
    private final Duration visibilityDelay;
    private final int page;

    AccountonChoices(@ConfigProperty(name = "koppelwerk.accounton.language-required") boolean languageRequired,
                     @ConfigProperty(name = "koppelwerk.accounton.key-life") Duration keyLife,
                     @ConfigProperty(name = "koppelwerk.accounton.import-wait") Duration importWait,
                     @ConfigProperty(name = "koppelwerk.accounton.visibility-delay") Duration visibilityDelay,
                     @ConfigProperty(name = "koppelwerk.accounton.page") int page) {
        this.client = languageRequired ? AccountonTables.CLIENT : AccountonTables.CLIENT_OF_ANY_LANGUAGE;
        this.keyLife = keyLife;
        this.importWait = importWait;
        this.visibilityDelay = visibilityDelay;
        this.page = page;
    }

    Optional<RecordMapping> table(Kind root, PartKind part) { return AccountonTables.of(root, part, client); }

    RecordMapping client() { return client; }

    /** How long the same key brings the same import. */
    Duration keyLife() { return keyLife; }

    /** How long an import that is not ready is left alone. */
    Duration importWait() { return importWait; }

    Duration visibilityDelay() { return visibilityDelay; }

    int page() { return page; }
}
