package nl.koppelwerk.link;

import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.LABEL;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.Test;

/** A source for which the settings of a link speak says more than its records do, and is otherwise as it is. */
class SuppliedTest {

    private static final Value<?> TYPED = LAST_NAME.type().parse("Peeters");
    private static final Value<?> FORMED = LAST_NAME.type().parse("PEETERS");
    private static final Reason TOO_LONG = new Reason(ReasonCode.TOO_LONG, "lastName");
    private static final Map<String, Object> SAID = Map.ofEntries(Map.entry("system", "adminpulse"), Map.entry("label", "AdminPulse"), Map.entry("form", FORMED), Map.entry("resourceOf", "address"),
        Map.entry("groups", List.of(List.of(EMAIL))), Map.entry("problems", List.of(TOO_LONG)), Map.entry("required", Set.of(LAST_NAME)), Map.entry("mayAdd", true), Map.entry("checksVersions", true),
        Map.entry("doubt", Dialect.Doubt.OWN_REFERENCE), Map.entry("keyLife", Duration.ofHours(1)), Map.entry("visibilityDelay", Duration.ofSeconds(3)));
    private final Dialect supplied = new Supplied(plain(), Set.of(LABEL));

    @Test void what_the_settings_say_it_knows_on_a_root_and_leaves_as_it_is() {
        assertThat(supplied.knows(Kind.PERSON, PartKind.ROOT, LABEL)).isTrue();
        assertThat(supplied.knows(Kind.PERSON, PartKind.CONTACT, LABEL)).isFalse();
        assertThat(supplied.knows(Kind.PERSON, PartKind.ROOT, LAST_NAME)).isTrue();
        assertThat(supplied.knows(Kind.PERSON, PartKind.ROOT, EMAIL)).isFalse();
        assertThat(supplied.form(Kind.PERSON, PartKind.ROOT, LABEL, TYPED)).isEqualTo(TYPED);
        assertThat(supplied.form(Kind.PERSON, PartKind.ROOT, LAST_NAME, TYPED)).isEqualTo(FORMED);
        assertThat(new Supplied(plain(), Set.of(LAST_NAME)).form(Kind.PERSON, PartKind.ROOT, LAST_NAME, TYPED)).as("what it knows itself").isEqualTo(FORMED);
    }

    @Test void everything_else_it_says_as_the_system_does() {
        assertThat(List.of(supplied.system(), supplied.label())).containsExactly("adminpulse", "AdminPulse");
        assertThat(supplied.resourceOf(Kind.PERSON, PartKind.ROOT, EMAIL)).isEqualTo("address");
        assertThat(supplied.groups(Kind.PERSON, PartKind.ROOT)).isEqualTo(List.of(List.of(EMAIL)));
        assertThat(supplied.problems(Kind.PERSON, PartKind.ROOT, LAST_NAME, TYPED)).containsExactly(TOO_LONG);
        assertThat(supplied.required(Kind.PERSON, PartKind.ROOT)).containsExactly(LAST_NAME);
        assertThat(supplied.mayAdd(Kind.PERSON, PartKind.ROOT, "address") && supplied.checksVersions()).isTrue();
        assertThat(supplied.doubt()).isEqualTo(Dialect.Doubt.OWN_REFERENCE);
        assertThat(supplied.keyLife()).isEqualTo(Duration.ofHours(1));
        assertThat(supplied.visibilityDelay()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test void settings_of_an_import_are_read_for_what_they_are() {
        var wrong = JsonNodeFactory.instance.objectNode().put("label", 7).put("responsible", "nobody").put("needsNationalNumber", "yes").put("brake", -1).put("kleur", "rood");

        assertThat(new AdminPulseAccounton().problems(wrong)).extracting(Reason::subject).containsExactlyInAnyOrder("label", "responsible", "needsNationalNumber", "brake", "kleur");
        assertThat(new AdminPulseAccounton().problems(JsonNodeFactory.instance.objectNode().put("label", "AJ2026").put("needsNationalNumber", true).put("brake", 0))).isEmpty();
        assertThat(new AdminPulseAccounton().timetable(wrong)).isEqualTo(Timetable.BY_HAND);
        assertThat(new AdminPulseAccounton().notSynchronised()).isNotEmpty();
        assertThat(new AdminPulseAccounton().targetSystem()).isEqualTo("accounton");
    }

    @Test void the_id_of_a_record_that_is_gone_is_no_id_of_another_one() {
        var former = FormerId.of("42", "a");

        assertThat(FormerId.is(former)).isTrue();
        assertThat(FormerId.is("42")).isFalse();
        assertThat(FormerId.isOf(former, "42")).isTrue();
        assertThat(FormerId.isOf(former, "4")).isFalse();
        assertThat(FormerId.isOf(former, "")).isFalse();
        assertThat(former).isNotEqualTo(FormerId.of("42", "b"));
    }

    private static Dialect plain() {
        return (Dialect) Proxy.newProxyInstance(Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class},
            (proxy, method, arguments) -> method.getName().equals("knows") ? (Object) arguments[2].equals(LAST_NAME) : SAID.get(method.getName()));
    }
}
