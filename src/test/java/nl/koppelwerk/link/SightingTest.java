package nl.koppelwerk.link;

import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import org.junit.jupiter.api.Test;

/** A row of a listing is no news when the stored observation shows all that it shows. */
class SightingTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Values BAKKER = Values.NONE.with(NAME, "Bakker B.V.").with(EMAIL, "info@bakker.example");
    private static final Part CONTACT = new Part(PartKind.CONTACT, "C1", Values.NONE.with(LAST_NAME, "Çelik"));
    private static final Part ROLE = new Part(PartKind.ROLE, "Customer", Values.NONE);
    private static final Set<PartKind> ALL = Set.of(PartKind.CONTACT, PartKind.ROLE);
    private final Sighting stored = seen(Kind.ORGANISATION, BAKKER, ALL, CONTACT, ROLE);

    @Test void a_row_that_knows_less_and_says_nothing_else_agrees() {
        assertThat(seen(Kind.ORGANISATION, Values.NONE.with(NAME, "Bakker B.V."), Set.of()).agreesWith(stored)).isTrue();
        assertThat(seen(Kind.ORGANISATION, BAKKER, Set.of(PartKind.ROLE), ROLE).agreesWith(stored)).isTrue();
        assertThat(stored.agreesWith(stored)).isTrue();
    }

    @Test void a_value_a_kind_or_a_mark_that_differs_is_news() {
        var deleted = new Relation(Kind.ORGANISATION, BAKKER, List.of(CONTACT, ROLE), Set.of(Mark.DELETED), Map.of(), "", ALL);

        assertThat(seen(Kind.ORGANISATION, BAKKER.with(NAME, "Bakker en Zn."), Set.of()).agreesWith(stored)).isFalse();
        assertThat(seen(Kind.PERSON, BAKKER, ALL, CONTACT, ROLE).agreesWith(stored)).isFalse();
        assertThat(stored.with(deleted).agreesWith(stored)).isFalse();
    }

    @Test void a_part_that_is_new_or_differs_is_news() {
        var renamed = new Part(PartKind.CONTACT, "C1", Values.NONE.with(LAST_NAME, "Sørensen"));
        var other = new Part(PartKind.CONTACT, "C2", CONTACT.values());
        var supplier = new Part(PartKind.ROLE, "Supplier", Values.NONE);
        var sameId = new Part(PartKind.ROLE, "C1", Values.NONE);

        for (var part : List.of(renamed, other)) assertThat(seen(Kind.ORGANISATION, BAKKER, ALL, part, ROLE).agreesWith(stored)).isFalse();
        for (var part : List.of(supplier, sameId)) assertThat(seen(Kind.ORGANISATION, BAKKER, ALL, CONTACT, part).agreesWith(stored)).isFalse();
    }

    @Test void a_part_that_is_missing_is_news_only_in_a_row_that_shows_contact_persons() {
        assertThat(seen(Kind.ORGANISATION, BAKKER, ALL, ROLE).agreesWith(stored)).isFalse();
        assertThat(seen(Kind.ORGANISATION, BAKKER, Set.of(PartKind.CONTACT), CONTACT).agreesWith(stored)).isTrue();
        assertThat(seen(Kind.ORGANISATION, BAKKER, Set.of(PartKind.ROLE)).agreesWith(stored)).isTrue();
    }

    @Test void only_what_shows_contact_persons_can_stand_for_the_root() {
        assertThat(stored.isWhole()).isTrue();
        assertThat(seen(Kind.ORGANISATION, BAKKER, Set.of(PartKind.ROLE)).isWhole()).isFalse();
    }

    @Test void what_is_known_later_keeps_all_the_rest() {
        var later = stored.asOf(ASKED.plusSeconds(5)).withVersion("8");

        assertThat(later).isEqualTo(new Sighting(TARGET, "T1", stored.relation(), "8", ASKED, ASKED.plusSeconds(5)));
    }

    private static Sighting seen(Kind kind, Values values, Set<PartKind> shows, Part... parts) {
        return new Sighting(TARGET, "T1", new Relation(kind, values, List.of(parts), Set.of(), Map.of(), "", shows), "7", ASKED, ASKED);
    }
}
