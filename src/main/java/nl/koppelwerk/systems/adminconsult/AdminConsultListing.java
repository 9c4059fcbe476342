package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** One page of all customers, from link to link; or, where a watermark is given, of those that the change log names since. */
@ApplicationScoped
@Named("adminConsultListing")
@Unremovable
public class AdminConsultListing {

    /** Customers show no stamp. What is read now holds what the log says until a day ago, whatever zone and clock the server has. */
    private static final Duration SURELY_BEFORE = Duration.ofHours(26);

    private final AdminConsultCalls calls;
    private final AdminConsultRows rows;
    private final AdminConsultSettings settings;
    private final AdminConsultGathering gathering;

    AdminConsultListing(AdminConsultCalls calls, AdminConsultRows rows, AdminConsultSettings settings, AdminConsultGathering gathering) {
        this.calls = calls;
        this.rows = rows;
        this.settings = settings;
        this.gathering = gathering;
    }

    public Turn list(@Body Connector.PageRequest page, Exchange exchange) {
        var asked = Asked.of(exchange, Side.SOURCE);
        return settings.page(asked, most -> page.since().isEmpty() ? customers(page, most, asked) : new AdminConsultChanges(calls, rows, gathering, page, asked, most).ask());
    }

    private Turn customers(Connector.PageRequest page, int most, Asked asked) {
        var first = AdminConsultCalls.CUSTOMERS + "?" + Query.NONE.and("per_page", Math.min(page.limit(), most)).text();
        return rows.page(page.position().isEmpty() ? first : page.position(), asked, (customers, next) -> whole(page, customers, next, most, asked), Turn::said);
    }

    private Turn whole(Connector.PageRequest page, List<ObjectNode> customers, String next, int most, Asked asked) {
        var newest = page.position().isEmpty() ? ChangeWindow.text(asked.at().minus(SURELY_BEFORE).atOffset(ZoneOffset.UTC).toLocalDateTime()) : "";
        return gathering.whole(customers, most, asked, wires -> Turn.said(new Connector.Page(AdminConsultReader.sightings(wires, asked), next, newest, null)));
    }
}
