package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvocaatCentraalWebhookTest {

    private static final Duration A_DELIVERY = Duration.ofSeconds(5);
    private static final String SECRET = "whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDA=";

    private record Delivery(String body, Map<String, List<String>> headers) {
    }

    @ParameterizedTest
    @CsvSource({"none, 0", "standard-webhooks, 1"})
    void webhooks(String value, int count) throws Exception {
        var deliveries = new CopyOnWriteArrayList<Delivery>();
        var listener = listener(deliveries);
        try (var wire = new Wire(SandboxOptions.inMemory(3))) {
            wire.control("POST", "/advocaatcentraal/webhooks", "{\"url\":\"http://127.0.0.1:" + listener.getAddress().getPort() + "/\",\"secret\":\"" + SECRET + "\"}");
            wire.set("advocaatcentraal.webhooks", value);

            wire.control("PATCH", "/advocaatcentraal/records/AC-000100001", "{\"kvk\":\"68750110\"}");

            await().atMost(A_DELIVERY).until(() -> wire.control("GET", "/advocaatcentraal/webhooks", null).json().path("settled").asInt() == count);
            assertThat(deliveries).hasSize(count);
            deliveries.forEach(AdvocaatCentraalWebhookTest::isSigned);
        } finally {
            listener.stop(0);
        }
    }

    private static void isSigned(Delivery delivery) {
        assertThat(delivery.body()).contains("relation.updated", "AC-000100001");
        assertThatCode(() -> new Webhook(SECRET).verify(delivery.body(), HttpHeaders.of(delivery.headers(), (name, one) -> true))).doesNotThrowAnyException();
    }

    private static HttpServer listener(List<Delivery> deliveries) throws Exception {
        var listener = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
        listener.createContext("/", exchange -> {
            deliveries.add(new Delivery(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), Map.copyOf(exchange.getRequestHeaders())));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        listener.start();
        return listener;
    }
}
