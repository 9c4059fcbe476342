package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CableTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private ServerSocket server;
    private Cable cable;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Cable.daemon("echo", this::serve);
        cable = Cable.to(server.getLocalPort());
    }

    @AfterEach
    void stop() {
        cable.close();
        Cable.close(server);
    }

    @Test
    void a_whole_cable_carries_both_ways() throws IOException {
        var program = connected();

        say(program, "hallo");

        assertThat(answer(program)).isEqualTo("hallo");
    }

    @Test
    void a_cut_one_throws_out_and_lets_nobody_in_until_it_is_whole_again() throws IOException {
        var before = connected();
        say(before, "een");
        assertThat(answer(before)).isEqualTo("een");

        cable.become(Cable.State.CUT);

        assertThat(isOver(before)).isTrue();
        assertThatThrownBy(this::connected).isInstanceOf(ConnectException.class);
        cable.become(Cable.State.WHOLE);
        var after = connected();
        say(after, "twee");
        assertThat(answer(after)).isEqualTo("twee");
    }

    @Test
    void a_reset_comes_where_the_answer_was_to_be() throws IOException {
        cable.become(Cable.State.RESET);
        var program = connected();

        say(program, "vraag");

        assertThatThrownBy(() -> answer(program)).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThat(heard).containsExactly("vraag");
    }

    @Test
    void half_closed_it_ends_the_way_back_only() throws IOException {
        var program = connected();
        say(program, "een");
        assertThat(answer(program)).isEqualTo("een");

        cable.become(Cable.State.HALF_CLOSED);
        say(program, "twee");

        assertThat(answer(program)).isEmpty();
        await("the server hears it").atMost(SOON).until(() -> heard.contains("twee"));
    }

    @Test
    void a_slow_one_trickles_and_loses_nothing() throws IOException {
        cable.withBytesPerSecond(100).become(Cable.State.SLOW);
        var program = connected();
        var began = System.nanoTime();

        say(program, "0123456789012345678901234567890123456789");

        var all = new StringBuilder();
        while (all.length() < 40) {
            all.append(answer(program));
        }
        assertThat(all).hasToString("0123456789012345678901234567890123456789");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void a_swallowed_answer_never_comes_though_the_request_did_and_the_cable_is_whole_again() throws IOException {
        cable.become(Cable.State.ANSWER_SWALLOWED);
        var program = connected();
        say(program, "vraag");
        await("the server hears it").atMost(SOON).until(() -> heard.contains("vraag"));

        cable.become(Cable.State.WHOLE);
        say(program, "nog een");

        await("the server hears that too").atMost(SOON).until(() -> heard.contains("nog een"));
        assertThatThrownBy(() -> answer(program)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_silent_one_carries_nothing() throws IOException {
        cable.become(Cable.State.SILENT);
        var program = connected();

        say(program, "vraag");

        assertThatThrownBy(() -> answer(program)).isInstanceOf(SocketTimeoutException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_request_is_held_at_a_word_until_it_is_released() throws IOException {
        var hold = cable.holdRequest("POST");
        var program = connected();
        say(program, "GET /");
        assertThat(answer(program)).isEqualTo("GET /");

        say(program, "POST /");
        hold.awaitCaught(SOON);

        assertThat(heard).containsExactly("GET /");
        hold.release();
        assertThat(answer(program)).isEqualTo("POST /");
    }

    @Test
    void an_answer_is_held_after_its_request_was_heard() throws IOException {
        var hold = cable.holdAnswer("POST");
        var program = connected();

        say(program, "POST /");
        hold.awaitCaught(SOON);

        assertThat(heard).containsExactly("POST /");
        assertThatThrownBy(() -> answer(program)).isInstanceOf(SocketTimeoutException.class);
        hold.release();
        assertThat(answer(program)).isEqualTo("POST /");
    }

    private Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), cable.port());
        socket.setSoTimeout(1_000);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes());
    }

    private static String answer(Socket socket) throws IOException {
        var buffer = new byte[1024];
        var n = socket.getInputStream().read(buffer);
        return n < 0 ? "" : new String(buffer, 0, n);
    }

    private static boolean isOver(Socket socket) {
        try {
            return answer(socket).isEmpty();
        } catch (IOException reset) {
            return true;
        }
    }

    private void serve() {
        try {
            while (true) {
                var socket = server.accept();
                Cable.daemon("echo-one", () -> echo(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void echo(Socket socket) {
        try {
            for (var text = answer(socket); !text.isEmpty(); text = answer(socket)) {
                heard.add(text);
                say(socket, text);
            }
        } catch (IOException gone) {
            // Its program left.
        }
    }
}
