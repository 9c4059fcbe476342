package nl.koppelwerk.reconcile;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.FIRST_NAMES;
import static nl.koppelwerk.relation.Fields.LABEL;
import static nl.koppelwerk.relation.Fields.LANGUAGE;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.PARTNER_RIJKSREGISTERNUMMER;
import static nl.koppelwerk.relation.Fields.RESPONSIBLE;
import static nl.koppelwerk.relation.Fields.RIJKSREGISTERNUMMER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.AdminPulseAccounton;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.accounton.AccountonBeans;
import nl.koppelwerk.systems.adminpulse.AdminPulseBeans;
import org.junit.jupiter.api.Test;

/** Previews of clients of AdminPulse and of Accounton, by what the two can really say. */
class ClientPreviewTest {

    private static final Instant BEGAN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Values PEETERS = Values.NONE.with(FIRST_NAMES, "An").with(LAST_NAME, "Peeters").with(EMAIL, "an@peeters.example").with(LANGUAGE, "nl")
        .with(RIJKSREGISTERNUMMER, "85073003328");

    @Test @Requirement("IM-14") void the_label_and_the_colleague_of_the_settings_may_overwrite_those_of_a_client() {
        var plan = plan(PEETERS, PEETERS.with(LABEL, "AJ2025").with(RESPONSIBLE, Value.empty()), Map.of("label", "AJ2026", "responsible", "els@kantoor.example"));

        assertThat(plan.bucket()).isEqualTo(Bucket.DUPLICATE);
        assertThat(plan.fields()).extracting(Planned::subject).containsExactlyInAnyOrder("label", "responsible");
        assertThat(plan.fields()).extracting(planned -> planned.value().text()).containsExactlyInAnyOrder("AJ2026", "els@kantoor.example");
    }

    @Test void without_a_label_in_the_settings_that_of_a_client_is_left_alone() {
        assertThat(plan(PEETERS, PEETERS.with(LABEL, "AJ2025"), Map.of()).fields()).isEmpty();
    }

    @Test @Requirement("IM-16") void who_is_the_younger_of_a_couple_and_has_a_dossier_is_invalid_like_anybody() {
        var married = PEETERS.with(PARTNER_RIJKSREGISTERNUMMER, "40010100140");

        var plan = plan(married.with(EMAIL, "no address"), married, Map.of());

        assertThat(plan.bucket()).isEqualTo(Bucket.INVALID);
        assertThat(plan.reasons()).extracting(Reason::code).containsExactly(ReasonCode.EMAIL_FORMAT);
    }

    private static Plan plan(Values source, Values target, Map<String, String> settings) {
        var pair = new Pair(Pair.FACET, "APR1", "ACC1", Baseline.NONE, Baseline.NONE, List.of(), Set.of(), List.of(), Map.of());
        var past = new Past(pair, Map.of(SOURCE, seen(SOURCE, "APR1", source), TARGET, seen(TARGET, "ACC1", target)), List.of(), List.of(), List.of(), Optional.empty(), List.of());
        return new Preview(Set.of(), "run", BEGAN).plan(past, rules(settings)).orElseThrow();
    }

    private static Sighting seen(Side side, String root, Values values) { return new Sighting(side, root, new Relation(Kind.PERSON, values, List.of()), "", null, BEGAN); }

    private static Rules rules(Map<String, String> settings) {
        var given = JsonNodeFactory.instance.objectNode();
        settings.forEach(given::put);
        return new AdminPulseAccounton().rules(given, AdminPulseBeans.connector(Map.of()).dialect(References.NONE), AccountonBeans.connector(Map.of()).dialect(References.NONE));
    }
}
