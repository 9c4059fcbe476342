package nl.koppelwerk.systems.compenda;

import static nl.koppelwerk.mapping.Codecs.number;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.Connector;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What nobody could tell about Compenda and an installation may have to set otherwise. */
@ApplicationScoped
class CompendaChoices {

    private final RecordMapping relation;
    private final boolean hearsDelta;
    private final int page;

    CompendaChoices(@ConfigProperty(name = "koppelwerk.compenda.payment-terms") String terms,
                    @ConfigProperty(name = "koppelwerk.compenda.address") String address,
                    @ConfigProperty(name = "koppelwerk.compenda.delta") String delta,
                    @ConfigProperty(name = "koppelwerk.compenda.page") int page) {
        this.relation = CompendaTables.relation(terms.equals("text") ? new DaysInWords() : number(Days.TYPE),
            address.equals("one-line") ? CompendaTables.ONE_LINE : CompendaTables.SPLIT);
        this.hearsDelta = !delta.equals("none");
        this.page = page;
    }

    Optional<RecordMapping> table(Kind root, PartKind part) { return CompendaTables.of(root, part, relation); }

    RecordMapping relation() { return relation; }

    /** Where it cannot be asked for what changed, every pass shows all of it. */
    Connector.PageRequest asked(Connector.PageRequest page) {
        return hearsDelta ? page : new Connector.PageRequest(page.listing(), "", page.position(), page.limit());
    }

    int page() { return page; }
}
