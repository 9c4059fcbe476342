package nl.koppelwerk.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.accounton.AccountonBeans;
import nl.koppelwerk.systems.adminconsult.AdminConsultBeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("IM-02")
class AdminConsultAccountonTest {

    private final AdminConsultAccounton type = new AdminConsultAccounton();

    @Test void an_office_says_which_types_are_clients_or_leaves_it_out() {
        assertThat(type.problems(json("{}"))).isEmpty();
        assertThat(type.problems(json("{\"clientTypes\": [8, 1]}"))).isEmpty();
        assertThat(type.settings()).filteredOn(setting -> setting.name().equals("clientTypes")).singleElement().satisfies(setting -> assertThat(setting.type()).isEqualTo("numbers"));
        assertThat(new AdminPulseAccounton().problems(json("{\"clientTypes\": [8]}"))).extracting(Reason::code).containsExactly(ReasonCode.SETTING_UNKNOWN);
    }

    @ParameterizedTest @ValueSource(strings = {"[]", "8", "\"8\"", "[\"8\"]", "[8, 8]", "[-1]", "[1.5]", "{}", "null"}) void types_are_a_list_of_numbers_each_once(String given) {
        assertThat(type.problems(json("{\"clientTypes\": " + given + "}"))).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.SETTING_INVALID);
            assertThat(reason.subject()).isEqualTo("clientTypes");
            assertThat(reason.remedy()).contains("a list of whole numbers");
        });
    }

    @ParameterizedTest @CsvSource({"8, true", "1, true", "9, false", "88, false", "'', false"}) void who_is_of_another_type_is_no_client(String number, boolean isClient) {
        var reasons = reasons("{\"clientTypes\": [8, 1]}", Values.NONE.with(Fields.ROLES, number));

        assertThat(reasons).hasSize(isClient ? 0 : 1).allSatisfy(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.OF_OTHER_TYPE);
            assertThat(reason.text()).isEqualTo("It is of type " + (number.isEmpty() ? "-" : number) + " in Admin-IS | Consult, and clients of this link are of type 8, 1.");
        });
    }

    @Test void without_the_setting_everybody_is_a_client_and_so_is_who_shows_no_type() {
        assertThat(reasons("{}", Values.NONE.with(Fields.ROLES, "9"))).isEmpty();
        assertThat(reasons("{\"clientTypes\": [8]}", Values.NONE.with(Fields.ROLES, Value.absent()))).isEmpty();
    }

    @Test void who_is_not_active_any_more_is_told_so_whatever_the_type() {
        assertThat(reasons("{\"clientTypes\": [8]}", Values.NONE.with(Fields.ROLES, "8").with(Fields.STATUS, "INACTIVE"))).extracting(Reason::code).containsExactly(ReasonCode.NO_LONGER_CLIENT);
    }

    private List<Reason> reasons(String settings, Values values) {
        var accounton = AccountonBeans.connector(java.util.Map.of()).dialect(References.NONE);
        return type.rules(json(settings), AdminConsultBeans.connector().dialect(References.NONE), accounton).outOfScope(Side.SOURCE, new Relation(Kind.PERSON, values, List.of()));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
