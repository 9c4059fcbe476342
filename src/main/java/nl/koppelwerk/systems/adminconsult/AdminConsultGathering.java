package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Turn;

/** Reads what belongs to the customers of a page, for all of them at once: addresses, links to partners, partners who stand elsewhere, taskflows. */
@ApplicationScoped
class AdminConsultGathering {

    private static final String OF = "CustomerId in %s";

    private final AdminConsultCalls calls;
    private final AdminConsultRows rows;
    private final AdminConsultTaskflows taskflows;
    private final int partnerLinkType;

    AdminConsultGathering(AdminConsultCalls calls, AdminConsultRows rows, AdminConsultTaskflows taskflows, AdminConsultChoices choices) {
        this.calls = calls;
        this.rows = rows;
        this.taskflows = taskflows;
        this.partnerLinkType = choices.partnerLinkType();
    }

    /** Goes on with each customer as one record. */
    Turn whole(Collection<ObjectNode> customers, int size, Asked asked, Function<List<ObjectNode>, Turn> then) {
        return around(new Surroundings(customers), size, asked, found -> then.apply(found.wires()));
    }

    /** The same of one; a number that its row does not tell is asked for. */
    Turn one(ObjectNode customer, Asked asked, Function<ObjectNode, Turn> then) {
        return around(new Surroundings(List.of(customer)), AdminConsultSettings.USUAL_PAGE, asked, found -> numbers(found, found.withoutNumber(), asked, then));
    }

    private Turn around(Surroundings found, int size, Asked asked, Function<Surroundings, Turn> then) {
        return rows.of(AdminConsultCalls.ADDRESSES, OF, found.ids(), size, asked, addresses -> {
            found.addresses(addresses);
            return links(found, "CustomerIdPk", size, asked, () -> links(found, "CustomerIdFk", size, asked, () -> partners(found, size, asked, then)));
        });
    }

    private Turn links(Surroundings found, String end, int size, Asked asked, Supplier<Turn> then) {
        return rows.of(AdminConsultCalls.LINKS, "CustomerLinkTypeId eq " + partnerLinkType + " and " + end + " in %s", found.people(), size, asked, links -> {
            found.partners(links);
            return then.get();
        });
    }

    private Turn partners(Surroundings found, int size, Asked asked, Function<Surroundings, Turn> then) {
        return rows.of(AdminConsultCalls.CUSTOMERS, OF, found.partnersElsewhere(), size, asked, partners -> {
            found.number(partners);
            return taskflows.of(asked, names -> {
                found.taskflows(names);
                return then.apply(found);
            });
        });
    }

    private Turn numbers(Surroundings found, List<String> left, Asked asked, Function<ObjectNode, Turn> then) {
        if (left.isEmpty()) return then.apply(found.wires().get(0));
        var id = left.get(0);
        return calls.ask(calls.get(AdminConsultCalls.CUSTOMERS + "/" + id + "/private"), reply -> {
            var told = reply.object();
            if (told.isEmpty()) return Turn.said(calls.replies().unreadable());
            found.number(id, told.get().path("NationalNr").asText(""));
            return numbers(found, left.subList(1, left.size()), asked, then);
        }, answer -> otherwise(found, left, asked, answer, then));
    }

    /** Nothing found is no number; where the key has no right, there may be one, and nothing is said. */
    private Turn otherwise(Surroundings found, List<String> left, Asked asked, Answer answer, Function<ObjectNode, Turn> then) {
        if (answer instanceof Answer.Gone) found.number(left.get(0), "");
        boolean goesOn = answer instanceof Answer.Gone || AdminConsultPhrasing.lacksRight(answer);
        return goesOn ? numbers(found, left.subList(1, left.size()), asked, then) : Turn.said(answer);
    }
}
