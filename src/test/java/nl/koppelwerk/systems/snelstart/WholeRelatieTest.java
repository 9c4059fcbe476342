package nl.koppelwerk.systems.snelstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class WholeRelatieTest {

    @Test void what_the_change_does_not_name_stays_as_it_came() {
        var record = json("{'id': 'x', 'telefoon': '1', 'memo': null, 'later': {'kleur': ['blauw']}, 'kredietLimiet': 5000.00, "
            + "'vestigingsAdres': {'contactpersoon': 'Ida', 'straat': 'Kade 1', 'land': {'id': 'a', 'uri': '/landen/a'}, 'etage': 2}}");

        var laid = WholeRelatie.laid(record, json("{'telefoon': '2', 'vestigingsAdres': {'straat': 'Kade 2', 'land': {'id': 'b'}}}"));

        assertThat(laid).isEqualTo(json("{'id': 'x', 'telefoon': '2', 'memo': null, 'later': {'kleur': ['blauw']}, 'kredietLimiet': 5000.00, "
            + "'vestigingsAdres': {'contactpersoon': 'Ida', 'straat': 'Kade 2', 'land': {'id': 'b'}, 'etage': 2}}"));
        assertThat(record.path("telefoon").asText()).isEqualTo("1");
    }

    @Test void an_address_that_was_nothing_is_made() {
        var laid = WholeRelatie.laid(json("{'vestigingsAdres': null}"), json("{'vestigingsAdres': {'straat': 'Kade 2'}}"));

        assertThat(laid).isEqualTo(json("{'vestigingsAdres': {'straat': 'Kade 2'}}"));
    }

    @Test void everything_is_sent_but_the_one_member_that_is_shown_only() {
        var sent = WholeRelatie.sendable(json("{'id': 'x', 'modifiedOn': '2026-03-04T10:21:07.413', 'fax': '1', 'memo': null, 'onbekend': {'a': null}}"), false);

        assertThat(sent).isEqualTo(json("{'id': 'x', 'modifiedOn': '2026-03-04T10:21:07.413', 'memo': null, 'onbekend': {'a': null}}"));
    }

    @Test void members_that_hold_nothing_are_left_out_where_the_installation_says_so() {
        var sent = WholeRelatie.sendable(json("{'id': 'x', 'memo': null, 'onbekend': {'a': null, 'b': [{'c': null}]}}"), true);

        assertThat(sent).isEqualTo(json("{'id': 'x', 'onbekend': {'b': [{}]}}"));
    }

    private static ObjectNode json(String text) { return SnelStartBodies.read(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8)); }
}
