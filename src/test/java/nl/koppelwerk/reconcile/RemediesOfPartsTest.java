package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.RELATION_TYPES;
import static nl.koppelwerk.relation.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contact persons, roles and roots that one side has and the other has not, by the rules of the real link. */
class RemediesOfPartsTest extends FollowedRemedy {

    @BeforeEach void an_office_that_maps_its_clients_and_lawyers() {
        scene.rulebook = OfficeRules.mapping(Map.of("CLIENT", "Customer", "ADVOCAAT", "Supplier"));
    }

    @Test @Follows(PART_NEW_ONLY_AT_SOURCE) void a_contact_person_that_is_added_where_it_says_crosses() {
        paired(Kind.ORGANISATION, NAME, "CLIENT");
        scene.contact(TARGET, "TC1", "", sorensen());
        looksAt(TARGET);
        assertThat(named(said(PART_NEW_ONLY_AT_SOURCE))).isEqualTo(SOURCE);

        scene.contact(SOURCE, "C1", "", sorensen());
        looksAt(SOURCE);

        isInSync(NAME, "Çelik");
        String made = scene.pair.partners(SOURCE, PartKind.CONTACT, "C1").orElseThrow().target();
        assertThat(scene.held(TARGET, made, LAST_NAME)).isEqualTo("Sørensen");
    }

    @Test @Follows(CONTACTS_OF_PERSONS) void a_private_person_is_in_sync_without_its_contacts_and_they_cross_with_an_organisation() {
        paired(Kind.PERSON, LAST_NAME, "CLIENT");
        scene.contact(SOURCE, "C1", "", sorensen());
        looksAt(SOURCE);
        said(CONTACTS_OF_PERSONS);
        isInSync(LAST_NAME, "Çelik");
        assertThat(scene.pair.partners(SOURCE, PartKind.CONTACT, "C1")).isEmpty();

        paired(Kind.ORGANISATION, NAME, "CLIENT");
        scene.contact(SOURCE, "C1", "", sorensen());
        looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik");
        assertThat(scene.pair.partners(SOURCE, PartKind.CONTACT, "C1")).isPresent();
    }

    @Test @Follows(ROLE_UNKNOWN_FOR_KIND) void a_role_that_persons_can_have_takes_the_place_of_one_that_they_cannot() {
        paired(Kind.PERSON, LAST_NAME, "ADVOCAAT");
        looksAt(SOURCE);
        assertThat(said(ROLE_UNKNOWN_FOR_KIND).text()).contains("Supplier").startsWith("Tribe CRM");
        assertThat(roles(TARGET)).isEmpty();

        scene.rulebook = OfficeRules.mapping(Map.of("ADVOCAAT", "Customer"));
        looksAt(SOURCE);

        isQuietlyInSync(LAST_NAME, "Çelik");
        assertThat(roles(TARGET)).containsExactly("Customer");
    }

    @Test @Follows(ROLE_NOT_WITHDRAWN) void a_role_that_is_ended_by_hand_is_spoken_of_no_more() {
        paired(Kind.ORGANISATION, NAME, "CLIENT,ADVOCAAT");
        scene.types(SOURCE, RELATION_TYPES, "CLIENT");
        looksAt(SOURCE);
        var reason = said(ROLE_NOT_WITHDRAWN);
        assertThat(reason.text()).contains("Supplier");
        assertThat(roles(TARGET)).contains("Supplier");

        removed(named(reason), "Supplier");
        looksAt(TARGET);

        isQuietlyInSync(NAME, "Çelik");
        assertThat(roles(TARGET)).containsExactly("Customer");
    }

    @Test @Follows(PART_GONE) void a_contact_person_that_is_removed_on_the_other_side_too_is_spoken_of_no_more() {
        for (Side lost : Side.values()) {
            paired(Kind.ORGANISATION, NAME, "CLIENT");
            scene.contact(SOURCE, "C1", "", sorensen());
            looksAt(SOURCE);
            var partners = scene.pair.partners(SOURCE, PartKind.CONTACT, "C1").orElseThrow();
            removed(lost, partners.on(lost));
            looksAt(lost);
            assertThat(named(said(PART_GONE))).isEqualTo(lost);

            removed(lost.other(), partners.on(lost.other()));
            looksAt(lost.other());

            isQuietlyInSync(NAME, "Çelik");
        }
    }

    @Test @Follows(ROOT_GONE) void a_root_that_is_restored_goes_on() {
        paired(Kind.ORGANISATION, NAME, "CLIENT");
        var lost = scene.systems.get(SOURCE).remove("S1");
        scene.types(TARGET, NAME, "Çelik en Zonen");
        looksAt(SOURCE);
        assertThat(scene.systems.get(TARGET)).hasSize(1);

        scene.systems.get(named(said(ROOT_GONE))).put("S1", lost);
        looksAt(SOURCE);

        isQuietlyInSync(NAME, "Çelik en Zonen");
    }

    private void paired(Kind kind, Field<String> name, String types) {
        scene.systems.get(SOURCE).put("S1", new Relation(kind, Values.NONE.with(name, "Çelik").with(RELATION_TYPES, types), List.of()));
        scene.pair = Pair.firstSeen("relation", SOURCE, "S1");
        scene.lastKnown.clear();
        scene.systems.get(TARGET).clear();
        looksAt(SOURCE);
    }

    private static Values sorensen() { return Values.NONE.with(LAST_NAME, "Sørensen"); }

    private void removed(Side side, String part) {
        scene.change(side, relation -> relation.withParts(relation.parts().stream().filter(one -> !one.id().equals(part)).toList()));
    }

    private List<String> roles(Side side) {
        return scene.systems.get(side).get(scene.pair.root(side).orElseThrow()).parts().stream()
            .filter(part -> part.kind() == PartKind.ROLE).map(Part::id).toList();
    }

    /** Tribe may show for a little while what stood there before. */
    private void looksAt(Side side) { scene.later(Duration.ofMinutes(1)).looksAt(side); }
}
