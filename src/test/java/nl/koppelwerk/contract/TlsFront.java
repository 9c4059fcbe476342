package nl.koppelwerk.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server of an office with a certificate that it made itself; behind it stands a vendor's stand-in. */
final class TlsFront implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    final Certificate certificate;
    final String fingerprint;
    /** The names and values of the headers of every call. */
    final List<Map<String, List<String>>> heard = new CopyOnWriteArrayList<>();
    private final HttpsServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String behind;

    /** @param more as keytool takes it, such as its validity and the hosts that stand in it */
    TlsFront(Path folder, String name, String behind, String... more) throws Exception {
        var keys = keys(folder.resolve(name + ".p12"), name, more);
        this.behind = behind;
        this.certificate = keys.getCertificate("server");
        this.fingerprint = HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::pass);
        server.start();
    }

    String base() { return "https://127.0.0.1:" + server.getAddress().getPort(); }

    private static KeyStore keys(Path store, String name, String... more) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + name,
            "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        command.addAll(List.of(more));
        var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) throw new IllegalStateException(said);
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    private void pass(HttpExchange exchange) throws IOException {
        heard.add(Map.copyOf(exchange.getRequestHeaders()));
        var request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()));
        for (var name : List.of("synetonToken", "Content-Type")) if (exchange.getRequestHeaders().containsKey(name)) request.header(name, exchange.getRequestHeaders().getFirst(name));
        try (exchange) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override public void close() { server.stop(0); }
}
