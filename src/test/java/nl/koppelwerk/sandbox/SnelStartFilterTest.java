package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnelStartFilterTest {

    private static final String BELGIUM = "BELGIUM";

    private static Wire wire;
    private static String belgium;

    @BeforeAll
    static void four_relations_besides_the_own() {
        wire = new Wire(SandboxOptions.inMemory(0));
        put(2, "Alfa's B.V.", "\"relatiesoort\":[\"Klant\"],\"kvkNummer\":\"69599068\",\"email\":\"info@alfa.example\",\"krediettermijn\":30,\"incassoSoort\":\"Core\"");
        put(3, "Beta & Zonen", "\"relatiesoort\":[\"Leverancier\"],\"kredietLimiet\":null,\"nonactief\":true");
        put(4, "Gamma (Çelik)", "\"relatiesoort\":[\"Klant\"],\"krediettermijn\":8,\"kredietLimiet\":500.5,\"vestigingsAdres\":{\"straat\":\"Kade 1\",\"land\":\"BE\"}");
        put(5, "Delta", "\"relatiesoort\":[\"Klant\"],\"klantVelden\":{\"Regio\":\"Noord\"},\"memo\":\"alfa\"");
        for (var land : wire.snelstartGet("/landen").json()) {
            belgium = land.get("landcodeISO").textValue().equals("BE") ? land.get("id").textValue() : belgium;
        }
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void standard() {
        wire.standard();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Naam eq 'Alfa''s B.V.' | 2",
        "Naam eq 'alfa''s b.v.' | ``",
        "Naam ne 'Delta' | 1 2 3 4",
        "Relatiecode gt 3 | 4 5",
        "Relatiecode ge 4 and Relatiecode lt 5 | 4",
        "Relatiecode le 1 or Relatiecode eq 5 | 1 5",
        "Relatiecode eq 1 or Relatiecode eq 2 and Naam eq 'Delta' | 1",
        "(Relatiecode eq 1 or Relatiecode eq 2) and KvkNummer eq '69599068' | 1 2",
        "not (Relatiecode eq 1) | 2 3 4 5",
        "KvkNummer eq null | 3 4 5",
        "Email ne null | 2",
        "KredietLimiet gt 500 | 4",
        "KredietLimiet eq 500.5M | 4",
        "Krediettermijn lt 30 | 4",
        "Nonactief eq true | 3",
        "Nonactief | 3",
        "IncassoSoort eq 'Core' | 2",
        "IncassoSoort ne null | 1 2 3 4 5",
        "startswith(Naam,'Beta') | 3",
        "startswith(Naam,'Beta') eq true | 3",
        "substringof('Çelik', Naam) eq true | 4",
        "substringof('alfa',Email) and substringof('alfa',Memo) eq false | 2",
        "year(ModifiedOn) gt 2020 and Relatiecode eq 2 | 2",
        "Relatiesoort/any(r:r eq 'Eigen') | 1",
        "Relatiesoort/any(r:r eq 'Leverancier' or r eq 'Eigen') | 1 3",
        "ExtraVeldenKlant/any(e:e/Naam eq 'Regio' and e/Waarde eq 'Noord') | 5",
        "VestigingsAdres/Straat eq 'Kade 1' | 4",
        "VestigingsAdres/Land/Id eq guid'BELGIUM' | 4",
        "VestigingsAdres/Land/Id eq (guid'BELGIUM') | 4",
        "ModifiedOn gt datetime'2017-07-16T23:59:59.999' and Relatiecode gt 1 | 2 3 4 5",
        "ModifiedOn lt datetime'2017-07-16' | ``",
        "FactuurEmailVersturen/ShouldSend eq false and Relatiecode eq 2 | 2"})
    void a_filter_chooses(String filter, String codes) {
        assertThat(codes(filter)).isEqualTo(Arrays.stream(codes.split(" ")).filter(code -> !code.isEmpty()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"naam eq 'x'", "NAAM eq 'x'", "Onbekend eq 1", "Uri eq 'x'", "VestigingsAdres eq null", "Naam EQ 'x'", "Naam eq x", "Naam eq 1", "Naam", "Relatiecode", "Relatiecode eq '1'",
        "Id eq '00000000-0000-4000-8000-000000000001'", "Id eq guid'1'", "ModifiedOn gt '2020-01-01'", "ModifiedOn gt datetime'gisteren'", "Naam eq 'x' and", "(Naam eq 'x'", "Naam eq 'x')", "Naam eq 'x",
        "contains(Naam,'x')", "startswith(Naam,1)", "startswith(Naam)", "Relatiesoort/any(r:r)", "Relatiesoort eq 'Klant'", "Relatiesoort/all(r:r eq 'Klant')", "Naam eq 'x' And Naam eq 'y'", "Naam like 'x'", ""})
    void a_filter_that_cannot_be_read_is_told_by_its_code(String filter) {
        var reply = wire.snelstartGet("/relaties?$filter=" + Wire.encoded(filter));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/0/errorCode").textValue()).isEqualTo("ALG-0104");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$top=501", "$top=0", "$top=x", "$skip=-1", "$count=true", "$expand=Documents", "$select=naam", "$select=Onbekend"})
    void an_option_that_is_not_there_or_out_of_range_is_refused_too(String query) {
        assertThat(wire.snelstartGet("/relaties?" + query).body()).contains("ALG-0104");
    }

    @Test
    void a_selection_shows_only_what_was_asked_for() {
        assertThat(wire.snelstartGet("/relaties?$select=Id,Naam&$skip=4").json().get(0).properties()).extracting(member -> member.getKey()).containsExactlyInAnyOrder("id", "naam");
    }

    @ParameterizedTest
    @CsvSource({"strict, 400", "lenient, 200"})
    void filter_case(String value, int status) {
        wire.set("snelstart.filter-case", value);

        assertThat(wire.snelstartGet("/relaties?$filter=" + Wire.encoded("naam eq 'Delta' and vestigingsadres/STRAAT eq null")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"datetime-only, 400, 400", "+datetimeoffset, 200, 400", "+bare-iso, 200, 200"})
    void date_literals(String value, int offset, int bare) {
        wire.set("snelstart.date-literals", value);

        assertThat(wire.snelstartGet("/relaties?$filter=" + Wire.encoded("ModifiedOn gt datetime'2020-01-01T00:00:00'")).status()).isEqualTo(200);
        assertThat(wire.snelstartGet("/relaties?$filter=" + Wire.encoded("ModifiedOn gt datetimeoffset'2020-01-01T00:00:00Z'")).status()).isEqualTo(offset);
        assertThat(wire.snelstartGet("/relaties?$filter=" + Wire.encoded("ModifiedOn gt 2020-01-01T00:00:00Z and ModifiedOn gt 2020-01-01")).status()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Amsterdam, true", "UTC, false"})
    void a_moment_with_a_zone_is_turned_into_that_of_the_system(String zone, boolean hourLater) {
        wire.set("snelstart.date-literals", "+datetimeoffset");
        wire.set("snelstart.modified-on-zone", zone);
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
        var now = java.time.Instant.now().minusSeconds(1800);

        assertThat(codes("ModifiedOn gt datetimeoffset'" + now + "' and Relatiecode eq 6")).isEmpty();
        put(6, "Nu", "\"relatiesoort\":[\"Klant\"]");
        assertThat(codes("ModifiedOn gt datetimeoffset'" + now + "' and Relatiecode eq 6")).containsExactly("6");
        assertThat(codes("ModifiedOn gt datetime'" + now.toString().replace("Z", "") + "' and ModifiedOn lt datetime'" + now.plusSeconds(3000).toString().replace("Z", "") + "' and Relatiecode eq 6").isEmpty())
                .isEqualTo(hourLater);
        wire.control("DELETE", "/snelstart/records/" + wire.relaties("Relatiecode eq 6").at("/0/id").textValue(), null);
    }

    @ParameterizedTest
    @CsvSource({"ignore, 200, 1 2 3 4 5", "reject-400, 400,", "apply, 200, 2 3 5 4 1"})
    void orderby(String value, int status, String codes) {
        wire.set("snelstart.orderby", value);

        var reply = wire.snelstartGet("/relaties?$orderby=Naam");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(codes == null || codes(reply.json()).equals(List.of(codes.split(" ")))).isTrue();
        assertThat(!value.equals("apply") || codes(wire.snelstartGet("/relaties?$orderby=Krediettermijn%20desc,Relatiecode").json()).equals(List.of("2", "4", "1", "3", "5"))).isTrue();
    }

    private static void put(int code, String name, String members) {
        wire.control("POST", "/snelstart/records", "{\"relatiecode\":" + code + ",\"naam\":\"" + name + "\"," + members + "}");
    }

    private static List<String> codes(String filter) {
        return codes(wire.relaties(filter.replace(BELGIUM, belgium)));
    }

    private static List<String> codes(JsonNode array) {
        var codes = new ArrayList<String>();
        array.forEach(one -> codes.add(one.get("relatiecode").asText()));
        return codes;
    }
}
