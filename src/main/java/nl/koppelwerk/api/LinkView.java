package nl.koppelwerk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.flow.Authorizing;
import nl.koppelwerk.ledger.Accounts.Account;
import nl.koppelwerk.ledger.Links.Link;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link as people see it; no secret of it ever shows.
 *
 * @param why      why it stands still, empty where it does not
 * @param attention what is not as it should be and stops nothing, such as a webhook that the vendor switched off
 * @param webhooks the addresses to paste into a vendor, with their secrets; only in the answer that made them
 */
@Schema(name = "Link")
record LinkView(String id, String office, String type, String name, String state, String why,
                @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT, implementation = Object.class) ObjectNode settings, AccountView source, AccountView target,
                int brake, Instant createdAt, List<Attention> attention, @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, String> webhooks) {

    /**
     * @param authorizeUrl where an administrator lets the hub in at the vendor; null where nobody has to
     * @param restsUntil the vendor refused the credentials or asked to wait; null where it is called
     */
    @Schema(name = "Account")
    record AccountView(String id, String system, String officeNumber, String baseUrl, String authUrl, @Schema(nullable = true) String authorizeUrl, @Schema(nullable = true) Instant restsUntil, String restsWhy) {
        static AccountView of(Account account, Authorizing authorizing, Wording wording) {
            return new AccountView(account.id(), account.system(), account.number(), account.baseUrl(), account.authUrl(), authorizing.address(account).orElse(null), account.backOffUntil(),
                wording.told(account.backOffWhy()));
        }
    }

    static LinkView of(Link link, Map<Side, AccountView> accounts, String why, int brake, List<Attention> attention, Map<String, String> webhooks) {
        return new LinkView(link.id(), link.office(), link.type(), link.name(), Words.of(link.state()), why, link.settings(),
            accounts.get(Side.SOURCE), accounts.get(Side.TARGET), brake, link.createdAt(), attention, webhooks);
    }
}
