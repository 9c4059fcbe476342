package nl.koppelwerk.systems.tribe;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What nobody could tell about Tribe and an installation may have to set otherwise. */
@ApplicationScoped
class TribeChoices {

    private final String updateVerb;
    private final boolean importId;
    private final String functionField;
    private final Duration visibilityDelay;
    private final Duration tokenLife;
    private final int page;

    TribeChoices(@ConfigProperty(name = "koppelwerk.tribe.update-verb") String updateVerb,
                 @ConfigProperty(name = "koppelwerk.tribe.import-id") boolean importId,
                 @ConfigProperty(name = "koppelwerk.tribe.function-field") String functionField,
                 @ConfigProperty(name = "koppelwerk.tribe.visibility-delay") Duration visibilityDelay,
                 @ConfigProperty(name = "koppelwerk.tribe.token-life") Duration tokenLife,
                 @ConfigProperty(name = "koppelwerk.tribe.page") int page) {
        this.updateVerb = updateVerb;
        this.importId = importId;
        this.functionField = functionField;
        this.visibilityDelay = visibilityDelay;
        this.tokenLife = tokenLife;
        this.page = page;
    }

    /** An update is a POST to the set with the ID in the body, instead of a PUT. */
    boolean postsWithId() { return updateVerb.equals("post-with-id"); }

    boolean keepsImportId() { return importId; }

    boolean roleIsFunction() { return functionField.equals("role"); }

    Duration visibilityDelay() { return visibilityDelay; }

    /** Where a token answer does not say how long it lasts. */
    Duration tokenLife() { return tokenLife; }

    int page() { return page; }

    String contactExpand() { return "Person($expand=Gender)" + (roleIsFunction() ? ",Role" : ""); }
}
