package nl.koppelwerk.link;

import static nl.koppelwerk.link.Side.SOURCE;
import static nl.koppelwerk.link.Side.TARGET;
import static nl.koppelwerk.relation.Fields.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How Compenda's relation looks to bookkeeping, before anything is compared or sent. */
class RelatieViewTest {

    private static final String ROTTERDAM = "street=Coolsingel\nhouseNumber=12\npostalCode=3011 AD\ncity=Rotterdam";

    private final Rules rules = new CompendaSnelStart().rules(JsonNodeFactory.instance.objectNode(), null, null);

    @Test @Requirement("SN-10") void a_private_person_is_a_relatie_like_any_other() {
        var person = new Relation(Kind.PERSON, Values.NONE.with(NAME, "Jan Sørensen").with(RELATION_TYPES, "DEBTOR").with(ROLES, "DEBTOR"), List.of());

        var view = rules.view(SOURCE, Pair.FACET, person);

        assertThat(view.kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(view.values()).isEqualTo(Values.NONE.with(NAME, "Jan Sørensen").with(RELATION_TYPES, "DEBTOR"));
    }

    @Test @Requirement("SN-11") void an_address_without_a_country_is_a_dutch_one_on_both_sides() {
        for (var side : Side.values()) {
            var view = view(side, Values.NONE.with(VISIT_ADDRESS, ROTTERDAM).with(POSTAL_ADDRESS, "street=Meir\nhouseNumber=1\npostalCode=2000\ncity=Antwerpen\ncountry=BE"));

            assertThat(Address.typed(view.get(VISIT_ADDRESS)).country()).isEqualTo("NL");
            assertThat(Address.typed(view.get(POSTAL_ADDRESS)).country()).isEqualTo("BE");
        }
        assertThat(view(SOURCE, Values.NONE.with(VISIT_ADDRESS, Value.empty())).get(VISIT_ADDRESS).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @Requirement("SN-13")
    @CsvSource({", NL123456789B13, true", "BE, NL123456789B13, false", "GR, EL094014201, true", "DE, EL094014201, false", "GB, XI980780684, true", "IE, XI980780684, false", "none, NL123456789B13, true"})
    void a_vat_number_goes_over_where_it_is_of_the_country_of_the_visiting_address(String country, String number, boolean goesOver) {
        var values = Values.NONE.with(BTW_NUMMER, number);
        var placed = "none".equals(country) ? values : values.with(VISIT_ADDRESS, country == null ? ROTTERDAM : "street=Meir\nhouseNumber=1\npostalCode=1000\ncity=Antwerpen\ncountry=" + country);

        var seen = view(SOURCE, placed).get(BTW_NUMMER);

        assertThat(seen.text()).isEqualTo(number);
        assertThat(seen).isInstanceOf(goesOver ? Value.Present.class : Value.Invalid.class);
        if (seen instanceof Value.Invalid<?> refused) assertThat(refused.reason()).isEqualTo(ReasonCode.BTW_COUNTRY);
    }

    @Test @Requirement("SN-13") void a_vat_number_is_not_kept_back_by_the_country_of_half_an_address_that_stays_behind_itself() {
        // SnelStart refused the last one for the country of an address that was a house number and a town.
        for (var half : List.of("street=Meir\nhouseNumber=1\ncity=Antwerpen", "street=Meir\npostalCode=2000", "houseNumber=1\npostalCode=2000\ncity=Antwerpen")) {
            var values = Values.NONE.with(BTW_NUMMER, "NL123456789B13").with(VISIT_ADDRESS, half + "\ncountry=BE");

            assertThat(view(SOURCE, values).get(BTW_NUMMER)).isInstanceOf(Value.Present.class);
        }
    }

    @Test void what_snelstart_holds_is_shown_as_it_is() {
        var held = Values.NONE.with(VISIT_ADDRESS, ROTTERDAM + "\ncountry=BE").with(BTW_NUMMER, "NL123456789B13").with(CONTACT_PERSON, "Sanne van der Berg");

        assertThat(view(TARGET, held)).isEqualTo(held.with(RELATION_TYPES, "DEBTOR"));
    }

    @Test @Requirement("SN-14") void the_credit_limit_of_a_creditor_stays_behind() {
        var limited = Values.NONE.with(CREDIT_LIMIT, "5000").with(PAYMENT_DAYS, "30");

        assertThat(view(SOURCE, limited).get(CREDIT_LIMIT).text()).isEqualTo("5000");
        var creditor = rules.view(SOURCE, Pair.FACET, new Relation(Kind.ORGANISATION, limited.with(RELATION_TYPES, "CREDITOR"), List.of())).values();
        assertThat(creditor.get(CREDIT_LIMIT).isAbsent()).isTrue();
        assertThat(creditor.get(PAYMENT_DAYS).text()).isEqualTo("30");
    }

    @Test @Requirement("SN-10") void a_contact_person_stays_behind_where_there_is_no_whole_address_to_write_it_in() {
        var person = Values.NONE.with(CONTACT_PERSON, "Sanne van der Berg");

        assertThat(view(SOURCE, person.with(VISIT_ADDRESS, ROTTERDAM)).get(CONTACT_PERSON).text()).isEqualTo("Sanne van der Berg");
        assertThat(view(SOURCE, person).get(CONTACT_PERSON).isEmpty()).isTrue();
        assertThat(view(SOURCE, person.with(VISIT_ADDRESS, "street=Coolsingel\ncity=Rotterdam")).get(CONTACT_PERSON)).isEqualTo(new Value.Invalid<>("Sanne van der Berg", ReasonCode.CONTACT_WITHOUT_ADDRESS));
        assertThat(rules.remarks(SOURCE, seen(person))).extracting(Reason::code).containsExactly(ReasonCode.CONTACT_WITHOUT_ADDRESS);
        assertThat(rules.remarks(SOURCE, seen(person.with(VISIT_ADDRESS, ROTTERDAM)))).isEmpty();
        assertThat(rules.remarks(TARGET, seen(person))).isEmpty();
    }

    private Values view(Side side, Values values) { return rules.view(side, Pair.FACET, seen(values)).values(); }

    private static Relation seen(Values values) { return new Relation(Kind.ORGANISATION, values.with(RELATION_TYPES, "DEBTOR"), List.of()); }
}
