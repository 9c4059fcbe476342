package nl.koppelwerk.systems.clickmate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What nobody could tell about Clickmate and an installation may have to set otherwise. */
@ApplicationScoped
class ClickmateChoices {

    private final boolean isMinimal;
    private final boolean splitsStreet;
    private final boolean keepsKeys;
    private final Duration visibilityDelay;
    private final int page;

    ClickmateChoices(@ConfigProperty(name = "koppelwerk.clickmate.fields") String fields,
                     @ConfigProperty(name = "koppelwerk.clickmate.address") String address,
                     @ConfigProperty(name = "koppelwerk.clickmate.idempotency") boolean idempotency,
                     @ConfigProperty(name = "koppelwerk.clickmate.visibility-delay") Duration visibilityDelay,
                     @ConfigProperty(name = "koppelwerk.clickmate.page") int page) {
        this.isMinimal = fields.equals("minimal");
        this.splitsStreet = address.equals("split");
        this.keepsKeys = idempotency;
        this.visibilityDelay = visibilityDelay;
        this.page = page;
    }

    /** Where it has fewer fields, what it does not show is unknown to it and never emptied elsewhere. */
    Optional<RecordMapping> table(Kind root, PartKind part) {
        if (isMinimal) return ClickmateTables.of(root, part, ClickmateTables.CUSTOMER_MINIMAL, ClickmateTables.CONTACT_MINIMAL);
        return ClickmateTables.of(root, part, splitsStreet ? ClickmateTables.CUSTOMER_SPLIT : ClickmateTables.CUSTOMER, ClickmateTables.CONTACT);
    }

    /** The same key brings the same answer, so a create in doubt is sent again. */
    boolean keepsKeys() { return keepsKeys; }

    Duration visibilityDelay() { return visibilityDelay; }

    int page() { return page; }
}
