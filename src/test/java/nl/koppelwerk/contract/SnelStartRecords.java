package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** What tests of SnelStart's adapter say: relaties and kostenplaatsen that are made, changed, read and walked. */
final class SnelStartRecords {

    static final String SYSTEM = "snelstart";

    private SnelStartRecords() { }

    static Values debtor(String name) { return Values.NONE.with(Fields.NAME, name).with(Fields.RELATION_TYPES, Codes.TYPE.of(Codes.of(List.of("DEBTOR")))); }

    static Value<Address> address(String street, String number) { return Address.TYPE.of(Address.of(street, number, "1791 AB", "Den Burg", "NL")); }

    static Step.Write create(Values values) { return create(Kind.ORGANISATION, values, ""); }

    static Step.Write create(Kind kind, Values values, String reference) {
        return new Step.Write(Side.TARGET, "", kind, PartKey.ROOT, "", "", "", Step.Action.CREATE, values, Values.NONE, Values.NONE, "", reference, 0);
    }

    static Step.Write update(String root, Values values, Values old) { return update(Kind.ORGANISATION, root, values, old); }

    static Step.Write update(Kind kind, String root, Values values, Values old) {
        return new Step.Write(Side.TARGET, root, kind, PartKey.ROOT, "", "", "", Step.Action.UPDATE, values,
            old.only((field, value) -> values.fields().contains(field)), Values.NONE, "", "", 0);
    }

    static String made(Adapter adapter, Values values) { return made(adapter, create(values)); }

    static String made(Adapter adapter, Step.Write write) { return done(adapter, write).id(); }

    static Answer.Done done(Adapter adapter, Step.Write write) {
        var answer = adapter.write(adapter.snelStart, write);
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return (Answer.Done) answer;
    }

    static Object read(Adapter adapter, String id) { return adapter.read(SYSTEM, id, null); }

    static Sighting seen(Adapter adapter, String id) {
        var answer = read(adapter, id);
        assertThat(answer).isInstanceOf(Answer.Seen.class);
        return ((Answer.Seen) answer).sighting();
    }

    static Values values(Adapter adapter, String id) { return seen(adapter, id).relation().values(); }

    static List<Sighting> walk(Adapter adapter, String since, int limit) {
        var rows = new ArrayList<Sighting>();
        var position = "";
        do {
            var page = adapter.page(SYSTEM, "relaties", since, position, limit);
            rows.addAll(page.rows());
            position = page.position();
        } while (!position.isEmpty());
        return rows;
    }
}
