package nl.koppelwerk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.flow.AccountBook;
import nl.koppelwerk.flow.Activation;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Links.NewAccount;
import nl.koppelwerk.ledger.Links.NewLink;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Offices.User;
import nl.koppelwerk.link.Side;

/** The office of the demonstration: three users whose password is their name, and one link against the sandbox. */
@ApplicationScoped
class DemonstrationOffice {
    static final String ID = "demo";
    private static final Map<String, String> ROLES = Map.of("CLIENT", "Customer", "ADVOCAAT", "Supplier", "BETALENDE_PARTIJ", "Customer", "WEDERPARTIJ", "", "RVR", "");

    @Inject Offices offices;
    @Inject Links links;
    @Inject AccountBook accounts;
    @Inject Activation activation;

    /** The id of its link, which is active when this returns. */
    String open(String sandbox) {
        if (offices.open(ID, "Kantoor Voorbeeld")) {
            List.of(Role.values()).forEach(this::user);
        }
        String link = links.of(List.of(ID), "", 1).stream().findFirst().orElseGet(() -> links.create(link(sandbox))).id();
        if (links.find(link).orElseThrow().state() == Links.State.NEW) {
            activation.activate(link, "demonstration");
        }
        return link;
    }

    private void user(Role role) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT);
        offices.save(new User(name, BcryptUtil.bcryptHash(name), role == Role.ADMIN, Map.of(ID, role)));
    }

    private NewLink link(String sandbox) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("tribeKvkLink", true);
        ROLES.forEach(settings.putObject("relationTypes")::put);
        return new NewLink(ID, "advocaatcentraal-tribe", "Kantoor Voorbeeld", settings, Map.of(
                Side.SOURCE, new NewAccount("advocaatcentraal", "10042", sandbox + "/advocaatcentraal", "", Map.of("apiKey", "ac-demo-key"),
                        accounts.connector("advocaatcentraal").limits()),
                Side.TARGET, new NewAccount("tribe", "tribe-demo-client", sandbox + "/tribe", sandbox + "/tribe-auth", Map.of("clientId", "tribe-demo-client",
                        "clientSecret", "tribe-demo-secret", "webhookSecret", "tribe-demo-webhook-secret"), accounts.connector("tribe").limits())));
    }
}
