package nl.koppelwerk.systems.adminconsult;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminConsultRowsTest {

    private static final String ROAD = "/api/v1/customers?per_page=5";
    private static final String HERE = "https://kantoor.example:2100/api/v1/customers?per_page=5";

    private final AdminConsultRows rows = rows();

    @Test void a_page_leads_on_below_the_base_address() {
        assertThat(heard("[{}]", "<" + HERE + "&page=2>; rel=\"next\"")).isEqualTo("1 " + ROAD + "&page=2");
        assertThat(heard("[]", "")).isEqualTo("0 ");
    }

    @ParameterizedTest @ValueSource(strings = {"<https://elders.example/api/v1/customers?page=2>; rel=\"next\"", "<" + HERE + ">; rel=\"next\""})
    void a_link_to_another_place_or_to_where_it_is_already_is_no_answer(String link) {
        assertThat(heard("[{}]", link)).isInstanceOf(Answer.Unreadable.class);
    }

    @ParameterizedTest @ValueSource(strings = {"{}", "[1]", "[{}, null]", "<html>", ""}) void what_is_no_array_of_objects_is_not_understood(String body) {
        assertThat(heard(body, "")).isInstanceOf(Answer.Unreadable.class);
    }

    private Object heard(String body, String link) {
        var account = new Accounts.Account("a", "demo", "admin-consult", "demo", "https://kantoor.example:2100", "", Map.of(), new Accounts.Limits(0, 0, 0), null, "");
        var asked = new Asked(account, References.NONE, Side.SOURCE, Instant.EPOCH);
        var ask = (Turn.Ask) rows.page(ROAD, asked, (found, next) -> Turn.said(found.size() + " " + next), Turn::said);
        return ((Turn.Said) ask.then().apply(new Reply(200, link.isEmpty() ? Map.of() : Map.of("link", link), body.getBytes(StandardCharsets.UTF_8)))).answer();
    }

    private static AdminConsultRows rows() {
        var choices = new AdminConsultChoices(1_800, 5, 12, Duration.ZERO, Duration.ZERO);
        return new AdminConsultRows(new AdminConsultCalls(null, Duration.ofSeconds(60), Duration.ZERO), choices);
    }
}
