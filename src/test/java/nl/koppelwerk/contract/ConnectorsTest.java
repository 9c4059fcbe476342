package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each system has the routes that its connector promises, and no others. */
class ConnectorsTest {

    private static final Set<String> ROUTES = routes();

    static List<Connector> connectors() { return Adapter.connectors(); }

    @ParameterizedTest @MethodSource("connectors") void a_system_can_be_read_listed_and_tested(Connector connector) {
        assertThat(ROUTES).contains(connector.id() + "-read", connector.id() + "-list", connector.id() + "-check");
    }

    @ParameterizedTest @MethodSource("connectors") void a_system_has_a_road_for_writes_unless_it_is_read_only(Connector connector) {
        assertThat(ROUTES.contains(connector.id() + "-update")).isEqualTo(!connector.isReadOnly());
        if (connector.isReadOnly()) assertThat(ROUTES).doesNotContain(connector.id() + "-create");
    }

    @ParameterizedTest @MethodSource("connectors") void a_system_that_people_let_us_into_has_a_road_for_tokens(Connector connector) {
        if (connector.consent().isPresent()) assertThat(ROUTES).contains(connector.id() + "-token");
    }

    @ParameterizedTest @MethodSource("connectors") void a_way_in_is_of_credentials_of_which_none_is_needed_by_itself(Connector connector) {
        var free = connector.credentials().stream().filter(credential -> !credential.required()).map(Connector.Credential::name).toList();

        assertThat(free).containsAll(connector.waysIn().stream().flatMap(List::stream).toList());
        assertThat(connector.waysIn()).allMatch(way -> !way.isEmpty());
    }

    @Test void every_system_that_has_routes_is_among_them() {
        var reading = ROUTES.stream().filter(route -> route.endsWith("-read") && !route.startsWith("hub-")).map(route -> route.replaceFirst("-read$", "")).toList();

        assertThat(connectors()).extracting(Connector::id).containsExactlyInAnyOrderElementsOf(reading);
    }

    private static Set<String> routes() {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.map(file -> file.getFileName().toString().replace(".camel.yaml", "")).collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
