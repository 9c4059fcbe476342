package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.sandbox.Sandbox;
import nl.koppelwerk.sandbox.SandboxOptions;

/** The vendors' stand-ins, which go on until the tests end, and what people do at their desks. */
final class SandboxDesk {

    private final String base;

    private SandboxDesk(String base) { this.base = base; }

    static SandboxDesk of(int relations) {
        try {
            var sandbox = Sandbox.start(SandboxOptions.inMemory(relations));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(sandbox)));
            return new SandboxDesk("http://127.0.0.1:" + sandbox.port());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void close(Sandbox sandbox) {
        try {
            sandbox.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    String base() { return base; }

    /** What a vendor's own desk shows or does; JSON may be written with single quotes. */
    JsonPath ask(String method, String path, String body) {
        var asked = given().contentType(ContentType.JSON);
        var answer = (body == null ? asked : asked.body(body.replace('\'', '"'))).request(method, base + "/_sandbox" + path);
        if (answer.statusCode() / 100 != 2) throw new AssertionError(method + " " + path + ": " + answer.asString());
        return answer.asByteArray().length == 0 ? new JsonPath("{}") : answer.jsonPath();
    }

    /** All records of a stand-in. */
    List<JsonPath> export(String system) {
        return Arrays.stream(given().get(base + "/_sandbox/" + system + "/export").asString().split("\n")).filter(line -> !line.isBlank()).map(JsonPath::new).toList();
    }
}
