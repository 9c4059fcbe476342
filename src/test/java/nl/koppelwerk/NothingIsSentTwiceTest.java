package nl.koppelwerk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP client as application.properties sets it, against a vendor that counts what arrives. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class NothingIsSentTwiceTest {
    @Inject
    ProducerTemplate camel;

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "GET"})
    void an_answer_503_is_an_answer_and_not_a_reason_to_send_again(String method) throws Exception {
        try (Vendor vendor = new Vendor("HTTP/1.1 503 Later\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n")) {
            Exchange answer = call(vendor, method);

            assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(503);
            assertThat(vendor.requests).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "GET"})
    void a_connection_that_breaks_after_the_request_is_not_tried_again(String method) throws Exception {
        try (Vendor vendor = new Vendor("")) {
            Exchange answer = call(vendor, method);

            assertThat(answer.getException()).isInstanceOf(IOException.class);
            assertThat(vendor.requests).hasValue(1);
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (Vendor other = new Vendor("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Vendor vendor = new Vendor("HTTP/1.1 302 Found\r\nLocation: " + other.address() + "\r\nContent-Length: 0\r\n\r\n")) {
            Exchange answer = call(vendor, "GET");

            assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(302);
            assertThat(other.requests).hasValue(0);
        }
    }

    private Exchange call(Vendor vendor, String method) {
        return camel.request(vendor.address() + "?throwExceptionOnFailure=false", exchange -> {
            exchange.getMessage().setHeader(Exchange.HTTP_METHOD, method);
            exchange.getMessage().setBody(method.equals("GET") ? null : "{}");
        });
    }

    /** Answers every request with the same bytes and hangs up. */
    private static final class Vendor implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger requests = new AtomicInteger();
        private final byte[] answer;

        Vendor(String answer) throws IOException {
            this.answer = answer.getBytes(StandardCharsets.US_ASCII);
            Thread serving = new Thread(this::serve, "vendor");
            serving.setDaemon(true);
            serving.start();
        }

        String address() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/relation";
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    answer(client);
                } catch (IOException goneOrClosed) {
                    // the next one, or the end of the test
                }
            }
        }

        private void answer(Socket client) throws IOException {
            InputStream in = client.getInputStream();
            if (in.read(new byte[8192]) > 0) {
                requests.incrementAndGet();
                client.getOutputStream().write(answer);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
