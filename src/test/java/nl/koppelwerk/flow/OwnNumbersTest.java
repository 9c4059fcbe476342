package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Dialect.Doubt;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bookkeeping that can be asked for a number of the link's own, and for nothing else. */
class OwnNumbersTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String KVK = "68750110";
    private final Hub hub = Hub.startedForBookkeeping();

    @AfterEach void stop() { hub.close(); }

    @Test @Requirement("SN-40") void what_a_bookkeeper_made_a_moment_ago_is_found_by_what_it_shares() {
        for (var system : List.of(hub.source, hub.target)) system.fields = Set.of(Fields.NAME, Fields.RELATION_TYPES, Fields.KVK_NUMMER);
        hub.target.doubt = Doubt.KEYS;
        var link = hub.aBookkeepingLink(JsonNodeFactory.instance.objectNode().put("ownNumbersFrom", 700_000));
        hub.source.relation("CMP-1", "debtor", "Çelik B.V.", "DEBTOR");
        hub.source.records.computeIfPresent("CMP-1#debtor", (root, seen) -> seen.with(seen.values().with(Fields.KVK_NUMMER, KVK)));
        var values = Values.NONE.with(Fields.NAME, "Çelik").with(Fields.RELATION_TYPES, "DEBTOR").with(Fields.KVK_NUMMER, KVK).with(Fields.NUMBER, "10017");
        hub.target.records.put("relatie-9", new Relation(Kind.ORGANISATION, values, List.of(), Set.of(), Map.of(), "10017", Set.of(PartKind.CONTACT, PartKind.ROLE)));

        hub.webhook(link, Side.SOURCE, "CMP-1#debtor");

        await().atMost(LIMIT).until(() -> {
            if (hub.notices.nextDue() != null) hub.ledger.advance(Duration.ofSeconds(1));
            return !hub.target.reads.isEmpty() || !hub.target.writes.isEmpty();
        });
        assertThat(hub.target.reads).extracting(Step.Read::root).containsExactly("relatie-9");
        assertThat(hub.target.records).as("nothing is made beside it").containsOnlyKeys("relatie-9");
    }
}
