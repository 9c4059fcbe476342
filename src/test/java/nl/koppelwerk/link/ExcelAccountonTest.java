package nl.koppelwerk.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("IM-02")
class ExcelAccountonTest {

    private final ExcelAccounton type = new ExcelAccounton();

    @Test void its_source_is_what_is_brought_and_nothing_goes_over_but_from_a_preview() {
        assertThat(type.id()).isEqualTo("excel-accounton");
        assertThat(type.sheet()).contains(SheetKind.CLIENTS);
        assertThat(type.takesSheets()).isTrue();
        assertThat(type.previews()).isTrue();
        assertThat(new AdminPulseAccounton().takesSheets()).isFalse();
    }

    @Test void an_office_tells_what_its_columns_hold_or_leaves_it_out() {
        assertThat(type.problems(settings())).isEmpty();
        assertThat(type.problems(columns("Familie", "lastName"))).isEmpty();
        assertThat(type.settings()).extracting(LinkType.Setting::name).contains("columns", "label", "needsNationalNumber");
        assertThat(new AdminPulseAccounton().problems(columns("Familie", "lastName"))).extracting(Reason::code).containsExactly(ReasonCode.SETTING_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"Familie,kvkNummer", "Familie,achternaam", "'',lastName", "%,lastName"})
    void a_column_holds_something_that_is_known_and_has_a_name(String header, String field) {
        assertThat(type.problems(columns(header, field))).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.SETTING_INVALID);
            assertThat(reason.subject()).isEqualTo("columns/" + header);
            assertThat(reason.remedy()).contains("lastName");
        });
    }

    @Test void columns_are_a_map() {
        assertThat(type.problems(settings().put("columns", "lastName"))).extracting(Reason::subject).containsExactly("columns");
    }

    private static ObjectNode settings() { return JsonNodeFactory.instance.objectNode(); }

    private static ObjectNode columns(String header, String field) {
        var settings = settings();
        settings.putObject("columns").put(header, field);
        return settings;
    }
}
