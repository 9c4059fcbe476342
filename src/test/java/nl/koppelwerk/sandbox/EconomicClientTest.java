package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A client that somebody else wrote for the real e-conomic meets the stand-in, and the schemas of the vendor that come with it judge
 * the answers. Both come from the npm registry; where there is none, nothing is tested.
 */
class EconomicClientTest {

    private static final String PACKAGE = "@available-dev/e-conomic-mcp";
    private static final Duration AN_INSTALLATION = Duration.ofSeconds(90);
    private static final Duration A_RUN = Duration.ofSeconds(60);
    private static final String SCRIPT = """
            import { EconomicClient } from "./node_modules/@available-dev/e-conomic-mcp/dist/economicClient.js";
            const client = new EconomicClient({ baseUrl: process.env.ECONOMIC_BASE_URL, appSecretToken: "economic-demo-app",
              agreementGrantToken: "economic-demo-grant", timeoutMs: 20000, pageSize: 20 });
            const all = await client.collection("customers", { fetchAll: true, pageSize: 20 });
            const filtered = await client.collection("customers", { fetchAll: true, filter: "customerNumber$gt:10040", sort: "-customerNumber" });
            const one = await client.request({ method: "GET", path: "customers/10001" });
            const body = { name: "Nørgaard & Søn ApS", currency: "DKK", customerGroup: { customerGroupNumber: 1 },
              paymentTerms: { paymentTermsNumber: 1 }, vatZone: { vatZoneNumber: 1 }, city: "Ærøskøbing" };
            const created = await client.request({ method: "POST", path: "customers", body });
            const changed = await client.request({ method: "PUT", path: "customers/" + created.data.customerNumber, body: { ...created.data, name: "Nørgaard A/S" } });
            let refused = null;
            try {
              await client.request({ method: "POST", path: "customers", body: { ...body, customerGroup: { customerGroupNumber: 99 } } });
            } catch (error) {
              refused = { name: error.name, status: error.status, body: error.body };
            }
            console.log(JSON.stringify({ numbers: all.items.map(item => item.customerNumber), pages: all.pages,
              filtered: filtered.items.map(item => item.customerNumber), one: one.data, created, changed, refused }));
            """;

    @TempDir
    static Path folder;

    private static Wire wire;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(ran(AN_INSTALLATION, "npm", "--version"), "npm is not on this machine");
        assumeTrue(ran(AN_INSTALLATION, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--prefix", folder.toString(), PACKAGE + "@0.3.0"),
                PACKAGE + " cannot be installed here");
        wire = new Wire(SandboxOptions.inMemory(45));
    }

    @AfterAll
    static void stop() throws Exception {
        if (wire != null) {
            wire.close();
        }
    }

    @Test
    void somebody_elses_client_lists_filters_reads_creates_changes_and_meets_an_error() throws Exception {
        var seen = run();

        assertThat(seen.get("numbers")).hasSize(45);
        assertThat(seen.get("pages").intValue()).isEqualTo(3);
        assertThat(seen.get("filtered").get(0).intValue()).isEqualTo(10045);
        assertThat(seen.get("filtered")).hasSize(5);
        assertThat(seen.at("/one/customerNumber").intValue()).isEqualTo(10001);
        assertThat(seen.at("/created/status").intValue()).isEqualTo(201);
        assertThat(seen.at("/changed/data/name").textValue()).isEqualTo("Nørgaard A/S");
        assertThat(seen.at("/changed/data/city").textValue()).isEqualTo("Ærøskøbing");
        assertThat(seen.at("/refused/status").intValue()).isEqualTo(400);
        assertThat(seen.at("/refused/body/errors/customerGroup/errors/0/errorCode").textValue()).isEqualTo("E07140");
    }

    @ParameterizedTest
    @CsvSource({"/customers, /customers?pagesize=1000", "/customers/{customerNumber}, /customers/10001", "/customers/{customerNumber}/contacts, /customers/10002/contacts",
        "/customer-groups, /customer-groups", "/payment-terms, /payment-terms", "/vat-zones, /vat-zones", "/currencies, /currencies", "/layouts, /layouts", "/self, /self"})
    void the_vendors_schemas_accept_the_answers(String path, String asked) throws Exception {
        wire.control("POST", "/economic/customers/10002/contacts", "{\"name\":\"Ida Krogh\",\"emailNotifications\":[\"invoices\"]}");
        var api = Wire.JSON.readTree(folder.resolve("node_modules/" + PACKAGE + "/spec/economic-openapi.json").toFile());
        var schema = api.get("paths").get(path).at("/get/responses/200/content/application~1json/schema");
        assertThat(schema.isObject()).isTrue();

        var answer = wire.rest("GET", asked, null).json();

        var judge = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(known(schema));
        assertThat(judge.validate(answer)).isEmpty();
        assertThat(judge.validate(((ObjectNode) answer).without("self"))).isNotEmpty();
    }

    /** Without the formats that only the vendor knows. */
    private static JsonNode known(JsonNode schema) {
        schema.findParents("format").forEach(holder -> ((ObjectNode) holder).remove("format"));
        return schema;
    }

    private static JsonNode run() throws Exception {
        Files.writeString(folder.resolve("meet.mjs"), SCRIPT);
        var output = folder.resolve("output.json");
        var builder = new ProcessBuilder("node", "meet.mjs").directory(folder.toFile()).redirectOutput(output.toFile()).redirectError(folder.resolve("error.txt").toFile());
        builder.environment().put("ECONOMIC_BASE_URL", "http://127.0.0.1:" + wire.sandbox.port() + "/economic");
        var process = builder.start();
        assertThat(process.waitFor(A_RUN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("error.txt"))).isZero();
        return Wire.JSON.readTree(output.toFile());
    }

    private static boolean ran(Duration limit, String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException absent) {
            return false;
        }
    }
}
