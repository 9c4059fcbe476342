package nl.koppelwerk.systems.adminconsult;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {

    private static final String BASE = "https://kantoor.example:2100/consult/";
    private static final String PATH = "/api/v1/customers";
    private static final String HERE = "https://kantoor.example:2100/consult/api/v1/customers";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<" + HERE + "?per_page=5&page=2>; rel=\"next\"", "<" + HERE + "?page=1>; rel=\"first\", <" + HERE + "?per_page=5&page=2>; rel=\"next\"",
        "<" + HERE + "?per_page=5&page=2>;rel=next;title=\"x\"", "</consult/api/v1/customers?per_page=5&page=2>; rel=\"last next\"", "<?per_page=5&page=2>; rel=\"NEXT\""})
    void the_next_page_is_below_the_base_address(String header) {
        assertThat(NextLink.of(header, BASE, PATH)).contains(PATH + "?per_page=5&page=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<https://elders.example/consult/api/v1/customers?page=2>; rel=\"next\"", "<http://kantoor.example:2100/consult/api/v1/customers?page=2>; rel=\"next\"",
        "<https://kantoor.example/consult/api/v1/customers?page=2>; rel=\"next\"", "<https://kantoor.example:2100/consult/api/v1/token/x?page=2>; rel=\"next\"",
        "<https://kantoor.example:2100@elders.example/consult/api/v1/customers?page=2>; rel=\"next\"", "<//elders.example/consult/api/v1/customers?page=2>; rel=\"next\"",
        "<" + HERE + "/../token?page=2>; rel=\"next\"", "<" + HERE + ">; rel=\"next\"", "<::>; rel=\"next\""})
    void a_link_to_another_place_is_none(String header) {
        assertThat(NextLink.of(header, BASE, PATH)).isEmpty();
    }

    @Test void without_one_the_listing_is_at_its_end() {
        assertThat(NextLink.of("", BASE, PATH)).contains("");
        assertThat(NextLink.of("<" + HERE + "?page=1>; rel=\"prev\"", BASE, PATH)).contains("");
    }
}
