package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls a running sandbox as a program of the office would: with its key, its token, or at the controls. */
final class Wire implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String OFFICE = "/advocaatcentraal/assumed/advocaatcentraal/v0/offices/10042";
    private static final String ACCOUNT = "/clickmate/assumed/clickmate/v0/accounts/demo";
    /** Base64 of demo:snelstart-demo. */
    static final String SNELSTART_KEY = "ZGVtbzpzbmVsc3RhcnQtZGVtbw==";

    private static final String COMPENDA = "/compenda/assumed/compenda/v0";
    static final String ADMIN_CONSULT = "/admin-consult/api/v1";
    private static final String ACCOUNTON = "/accounton/assumed/accounton/v0";

    final Sandbox sandbox;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private String token;
    private String snelstartToken;
    private String adminConsultToken;

    record Reply(int status, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(response.body(), e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String body() {
            return response.body();
        }
    }

    Wire(SandboxOptions options) {
        try {
            sandbox = Sandbox.start(options);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Reply ac(String method, String path, String body, String... headers) {
        return send(method, OFFICE + path, body, with(headers, "X-Api-Key", "ac-demo-key"));
    }

    Reply acGet(String path) {
        return ac("GET", path, null);
    }

    /** A merge patch with the version that a read just showed. */
    Reply acPatch(String path, String body, String etag) {
        return ac("PATCH", path, body, "Content-Type", "application/merge-patch+json", "If-Match", etag);
    }

    Reply clickmate(String method, String path, String body, String... headers) {
        return send(method, ACCOUNT + path, body, with(headers, "Authorization", "Bearer clickmate-demo-key"));
    }

    Reply clickmateGet(String path) {
        return clickmate("GET", path, null);
    }

    Reply clickmatePost(String path, String body, String key) {
        return clickmate("POST", path, body, "Content-Type", "application/json", "Idempotency-Key", "\"" + key + "\"");
    }

    Reply clickmatePatch(String path, String body, String etag) {
        return clickmate("PATCH", path, body, "Content-Type", "application/merge-patch+json", "If-Match", etag);
    }

    Reply compenda(String method, String path, String body, String... headers) {
        return send(method, COMPENDA + path, body, with(headers, "Authorization", "Bearer compenda-demo-key"));
    }

    Reply compendaGet(String path) {
        return compenda("GET", path, null);
    }

    Reply compendaPost(String path, String body, String key) {
        return compenda("POST", path, body, "Content-Type", "application/json", "Idempotency-Key", "\"" + key + "\"");
    }

    Reply compendaPatch(String path, String body, String etag) {
        return compenda("PATCH", path, body, "Content-Type", "application/merge-patch+json", "If-Match", etag);
    }

    Reply adminpulse(String method, String path, String body, String... headers) {
        return send(method, "/adminpulse" + path, body == null ? null : body.replace('\'', '"'), with(headers, "Authorization", "Bearer adminpulse-demo-key"));
    }

    Reply adminpulseGet(String path) {
        return adminpulse("GET", path, null);
    }

    Reply accounton(String method, String path, String body, String... headers) {
        return send(method, ACCOUNTON + path, body, with(headers, "Authorization", "Bearer accounton-demo-key"));
    }

    Reply accountonGet(String path) {
        return accounton("GET", path, null);
    }

    Reply accountonPost(String path, String body, String key) {
        return accounton("POST", path, body.replace('\'', '"'), "Content-Type", "application/json", "Idempotency-Key", "\"" + key + "\"");
    }

    Reply accountonPatch(String path, String body, String etag) {
        return accounton("PATCH", path, body.replace('\'', '"'), "Content-Type", "application/merge-patch+json", "If-Match", etag);
    }

    Reply tribe(String method, String path, String body, String... headers) {
        return send(method, "/tribe/v1" + path, body, with(headers, "Authorization", "Bearer " + token()));
    }

    Reply odata(String set, String query) {
        return tribe("GET", "/odata/" + set + (query.isEmpty() ? "" : "?" + query.replace(" ", "%20").replace("'", "%27")), null);
    }

    Reply create(String set, String body) {
        return tribe("POST", "/odata/" + set, body);
    }

    Reply update(String set, String id, String body) {
        return tribe("PUT", "/odata/" + set + "(" + id + ")", body);
    }

    String token() {
        if (token == null) {
            token = askToken("").json().get("access_token").textValue();
        }
        return token;
    }

    Reply askToken(String more) {
        return send("POST", "/tribe-auth/oauth2/token", "grant_type=client_credentials&client_id=tribe-demo-client&client_secret=tribe-demo-secret" + more,
                "Content-Type", "application/x-www-form-urlencoded");
    }

    /** At one of e-conomic's two hosts, {@code /economic/...} or {@code /economic-apis/...}. */
    Reply economic(String method, String path, String body, String... headers) {
        return send(method, path, body == null ? null : body.replace('\'', '"'),
                with(headers, "X-AppSecretToken", "economic-demo-app", "X-AgreementGrantToken", "economic-demo-grant", "Content-Type", "application/json"));
    }

    Reply rest(String method, String path, String body, String... headers) {
        return economic(method, "/economic" + path, body, headers);
    }

    Reply cust(String method, String path, String body, String... headers) {
        return economic(method, "/economic-apis/customersapi/v3.1.0" + path, body, headers);
    }

    Reply hooks(String method, String path, String body) {
        return economic(method, "/economic-apis/webhooksapi/v1.0.0" + path, body);
    }

    /** With the primary subscription key and a token of the demonstration; a body may have single quotes for double ones. */
    Reply snelstart(String method, String path, String body, String... headers) {
        return send(method, "/snelstart/v2" + path, body == null ? null : body.replace('\'', '"'),
                with(headers, "Ocp-Apim-Subscription-Key", "snelstart-demo-primary", "Authorization", "Bearer " + snelstartToken()));
    }

    Reply snelstartGet(String path) {
        return snelstart("GET", path, null);
    }

    /** Relations that fit a filter. */
    JsonNode relaties(String filter) {
        return snelstartGet("/relaties?$filter=" + encoded(filter)).json();
    }

    String snelstartToken() {
        if (snelstartToken == null) {
            snelstartToken = snelstartToken("grant_type=clientkey&clientkey=" + encoded(SNELSTART_KEY)).json().get("access_token").textValue();
        }
        return snelstartToken;
    }

    /** For a clock that was moved past the end of the tokens. */
    void forgetTokens() {
        token = null;
        snelstartToken = null;
        adminConsultToken = null;
    }

    /** With a token of the demonstration, and in the charset that the vendor asks for. */
    Reply adminConsult(String path, String... headers) {
        return send("GET", ADMIN_CONSULT + path, null, with(headers, "synetonToken", adminConsultToken(), "Content-Type", "application/json;charset=UTF-8"));
    }

    Reply adminConsultFiltered(String path, String filter) {
        return adminConsult(path + "?Filter=" + encoded(filter));
    }

    Reply adminConsultKey(String key) {
        return send("GET", ADMIN_CONSULT + "/token/" + key, null);
    }

    String adminConsultToken() {
        if (adminConsultToken == null) {
            adminConsultToken = adminConsultKey("admin-consult-demo-key").json().get("TokenGuid").textValue();
        }
        return adminConsultToken;
    }

    Reply snelstartToken(String form) {
        return send("POST", "/snelstart-auth/b2b/token", form, "Content-Type", "application/x-www-form-urlencoded");
    }

    Reply control(String method, String path, String body) {
        return send(method, "/_sandbox" + path, body);
    }

    void set(String key, String value) {
        var reply = control("PUT", "/switches", JSON.createObjectNode().put("sandbox." + key, value).toString());
        if (reply.status() != 200) {
            throw new IllegalArgumentException(reply.body());
        }
    }

    void standard() {
        control("DELETE", "/switches", null);
        control("DELETE", "/faults", null);
        set("advocaatcentraal.quota", "none");
        set("tribe.quota", "none");
        set("economic.quota", "none");
        set("clickmate.quota", "none");
        set("compenda.quota", "none");
        set("snelstart.quota", "none");
        set("adminpulse.quota", "none");
        set("admin-consult.quota", "none");
        set("accounton.quota", "none");
    }

    Reply send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path)).timeout(Duration.ofSeconds(5))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<JsonNode> logged(String query) {
        var items = new ArrayList<JsonNode>();
        control("GET", "/requests?" + query, null).json().get("items").forEach(items::add);
        return items;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() throws Exception {
        sandbox.close();
    }

    private static String[] with(String[] headers, String... more) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
