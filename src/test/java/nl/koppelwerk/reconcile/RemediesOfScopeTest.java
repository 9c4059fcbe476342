package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What AdvocaatCentraal and Tribe leave alone as a whole, by the rules of the real link. */
class RemediesOfScopeTest extends FollowedRemedy {

    @BeforeEach void an_office_that_maps_its_clients() {
        scene.rulebook = OfficeRules.mapping(Map.of("CLIENT", "Customer", "ADVOCAAT", "Supplier"));
    }

    @Test @Follows(TYPE_NOT_MAPPED) void a_relation_is_born_once_its_type_is_mapped() {
        newCompany("RVR");
        looksAt(SOURCE);
        said(TYPE_NOT_MAPPED);
        assertThat(scene.settlement.state()).isEqualTo(State.OUT_OF_SCOPE);

        scene.rulebook = OfficeRules.mapping(Map.of("RVR", "Lead"));
        looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik B.V.");
    }

    @Test @Follows(ARCHIVED_NOT_BORN) void a_relation_is_born_once_it_is_taken_out_of_the_archive() {
        newCompany("CLIENT");
        marked(SOURCE, Mark.ARCHIVED);
        looksAt(SOURCE);
        said(ARCHIVED_NOT_BORN);
        assertThat(scene.systems.get(TARGET)).isEmpty();

        marked(SOURCE);
        looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik B.V.");
    }

    @Test @Follows(DELETED_NOT_BORN) void a_relation_is_born_once_it_is_restored() {
        newCompany("CLIENT");
        marked(SOURCE, Mark.DELETED);
        looksAt(SOURCE);
        said(DELETED_NOT_BORN);
        assertThat(scene.systems.get(TARGET)).isEmpty();

        marked(SOURCE);
        looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik B.V.");
    }

    @Test @Follows(DELETED_NO_LONGER_WRITTEN) void what_was_deleted_is_written_again_once_it_is_restored_there() {
        for (Side deleted : Side.values()) {
            newCompany("CLIENT");
            looksAt(SOURCE);
            marked(deleted, Mark.DELETED);
            scene.types(SOURCE, NAME, "Çelik en Zonen");
            looksAt(SOURCE);
            assertThat(scene.held(TARGET, NAME)).isEqualTo("Çelik B.V.");

            marked(named(said(DELETED_NO_LONGER_WRITTEN)));
            looksAt(SOURCE);

            isQuietlyInSync(NAME, "Çelik en Zonen");
        }
    }

    @Test @Follows(NEW_ONLY_AT_SOURCE) void a_relation_that_is_made_where_it_says_is_kept_the_same() {
        scene.has(TARGET, "T1", Values.NONE.with(NAME, "Çelik B.V.")).pair = Pair.firstSeen("relation", TARGET, "T1");
        looksAt(TARGET);
        assertThat(named(said(NEW_ONLY_AT_SOURCE))).isEqualTo(SOURCE);

        newCompany("CLIENT");
        looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik B.V.");
        assertThat(scene.pair.target()).isNotEqualTo("T1");
    }

    @Test @Follows(ARCHIVED_GOES_ON) void what_is_archived_goes_on_being_kept_the_same() {
        newCompany("CLIENT");
        looksAt(SOURCE);
        marked(SOURCE, Mark.ARCHIVED);
        scene.types(SOURCE, NAME, "Çelik en Zonen");

        looksAt(SOURCE);

        assertThat(named(said(ARCHIVED_GOES_ON))).isEqualTo(SOURCE);
        isInSync(NAME, "Çelik en Zonen");
    }

    @Test @Follows(ARCHIVED_GOES_ON) void an_archived_one_that_is_deleted_there_is_written_no_more() {
        newCompany("CLIENT");
        looksAt(SOURCE);
        marked(SOURCE, Mark.ARCHIVED);
        looksAt(SOURCE);

        marked(named(said(ARCHIVED_GOES_ON)), Mark.ARCHIVED, Mark.DELETED);
        scene.types(SOURCE, NAME, "Çelik en Zonen");
        looksAt(SOURCE);

        assertThat(scene.writes()).isEmpty();
        assertThat(scene.settlement.state()).isEqualTo(State.OUT_OF_SCOPE);
    }

    private void newCompany(String types) {
        scene.has(SOURCE, "S1", Values.NONE.with(NAME, "Çelik B.V.").with(RELATION_TYPES, types));
        begins();
    }

    private void begins() {
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.lastKnown.clear();
        scene.systems.get(TARGET).values().removeIf(relation -> relation.reference().equals("S1"));
    }

    private void marked(Side side, Mark... marks) {
        scene.change(side, r -> new Relation(r.kind(), r.values(), r.parts(), Set.of(marks), r.handles(), r.reference(), r.partsSeen()));
    }

    /** Tribe may show for a little while what stood there before. */
    private void looksAt(Side side) { scene.later(Duration.ofMinutes(1)).looksAt(side); }
}
