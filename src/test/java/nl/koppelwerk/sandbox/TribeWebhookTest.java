package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TribeWebhookTest {

    private static final Duration A_DELIVERY = Duration.ofSeconds(5);
    private static final String ORGANISATION = "Relation_Organization";

    private record Delivery(String body, Map<String, List<String>> headers) {

        JsonNode json() {
            try {
                return Wire.JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private HttpServer listener;
    private Wire wire;

    @BeforeEach
    void start() throws IOException {
        listener = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
        listener.setExecutor(Executors.newFixedThreadPool(4));
        listener.createContext("/", exchange -> {
            deliveries.add(new Delivery(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), exchange.getRequestHeaders()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        listener.start();
        wire = new Wire(SandboxOptions.inMemory(0));
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        listener.stop(0);
    }

    @Test
    void a_change_is_delivered_signed_to_who_registered_for_its_type() throws Exception {
        var hook = register("Relation.Organization");

        var id = organisation("Alfa");
        wire.create("Relation_Person", "{\"LastName\":\"Berg\"}");

        var delivery = delivered(1).get(0);
        assertThat(delivery.json().get("webhookId").textValue()).isEqualTo(hook);
        assertThat(delivery.json().get("payload")).isEqualTo(Wire.JSON.createObjectNode().put("entityId", id));
        assertThat(delivery.headers().get("X-tribe-webhook-signature")).containsExactly(hmac(delivery.body()));
        assertThat(delivery.headers().get("X-tenant")).containsExactly("t-001");
    }

    @Test
    void a_contact_with_a_new_person_tells_of_both_and_a_person_at_the_screen_is_told_too() {
        register("Relation.Person");
        register("Relationship.Person.Contact.Standard");
        var organisation = organisation("Alfa");

        var contact = wire.create("Relationship_Person_Contact_Standard", "{\"Relation\":{\"ID\":\"" + organisation + "\"},\"Person\":{\"LastName\":\"Berg\"}}").json().get("ID").textValue();
        delivered(2);
        wire.control("PATCH", "/tribe/records/" + contact, "{\"Department\":\"Directie\"}");

        assertThat(delivered(3).get(2).json().at("/payload/relationshipId").textValue()).isEqualTo(contact);
    }

    @Test
    void registrations_are_listed_refused_and_removed() {
        var hook = register("Relationship.Organization.CommercialRelationship.Customer");

        assertThat(wire.tribe("GET", "/webhooks", null).json()).hasSize(1);
        assertThat(wire.odata("Webhook", "").json().at("/value/0/ID").textValue()).isEqualTo(hook);
        assertThat(wire.tribe("POST", "/webhooks", "{\"entityType\":\"Relation.Organization\",\"webhookUrl\":\"http://example.com/x\"}").status()).isEqualTo(400);
        assertThat(wire.tribe("POST", "/webhooks", "{\"entityType\":\"Relation_Organization\",\"webhookUrl\":\"https://example.com/x\"}").status()).isEqualTo(400);
        assertThat(wire.tribe("DELETE", "/webhooks/" + hook, null).status()).isEqualTo(204);
        assertThat(wire.tribe("GET", "/webhooks", null).json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"X-Tribe-Webhook-Signature, true", "X-Other, true", "none, false"})
    void signature_header(String value, boolean there) {
        wire.set("tribe.signature-header", value);
        register("Relation.Organization");

        organisation("Alfa");

        var headers = delivered(1).get(0).headers();
        assertThat(headers.keySet().stream().anyMatch(name -> name.equalsIgnoreCase(value))).isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmac-sha512", "sha512-secret-body", "sha512-body-secret"})
    void signature_digest(String value) throws Exception {
        wire.set("tribe.signature-digest", value);
        register("Relation.Organization");

        organisation("Alfa");

        var delivery = delivered(1).get(0);
        assertThat(delivery.headers().get("X-tribe-webhook-signature").get(0).equals(hmac(delivery.body()))).isEqualTo(value.startsWith("hmac"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 4", "20, 21"})
    void hook_retries(String value, int attempts) {
        wire.control("POST", "/clock", "{\"speed\":10000}");
        wire.set("tribe.hook-retries", value);
        status = 500;
        register("Relation.Organization");

        organisation("Alfa");

        await().atMost(A_DELIVERY).until(() -> wire.control("GET", "/tribe/webhooks", null).json().path("givenUp").asInt() == 1);
        assertThat(deliveries).hasSize(attempts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unordered", "in-order"})
    void hook_order(String value) {
        wire.set("tribe.hook-order", value);
        register("Relation.Organization");

        var ids = java.util.stream.IntStream.range(0, 20).mapToObj(i -> organisation("A" + i)).toList();

        var told = delivered(20).stream().map(delivery -> delivery.json().at("/payload/entityId").textValue()).toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(value.equals("unordered") || told.equals(ids)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"yes, 2", "no, 1"})
    void hook_echo(String value, int count) {
        wire.set("tribe.hook-echo", value);
        register("Relation.Organization");

        var id = organisation("Alfa");
        wire.control("PATCH", "/tribe/records/" + id, "{\"Name\":\"Beta\"}");

        delivered(count);
        assertThat(wire.control("GET", "/tribe/webhooks", null).json().path("pending").asInt()).isZero();
        assertThat(deliveries).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"absent, entityId-only, false, false", "employee-id, entityId-only, true, false", "absent, with-type-and-mutation, false, true"})
    void hook_actor_and_hook_payload(String actor, String payload, boolean employee, boolean type) {
        wire.set("tribe.hook-actor", actor);
        wire.set("tribe.hook-payload", payload);
        register("Relation.Organization");

        organisation("Alfa");

        var told = delivered(1).get(0).json().get("payload");
        assertThat(told.has("employeeId")).isEqualTo(employee);
        assertThat(told.path("mutation").asText("").equals("EntityCreation")).isEqualTo(type);
    }

    @Test
    void deliveries_can_come_twice_late_or_not_at_all() {
        register("Relation.Organization");
        wire.set("tribe.webhook.drop-rate", "1");
        organisation("Verloren");
        wire.set("tribe.webhook.drop-rate", "0");
        wire.set("tribe.webhook.duplicate", "true");
        organisation("Dubbel");
        delivered(2);
        wire.set("tribe.webhook.duplicate", "false");
        wire.set("tribe.webhook.reorder", "true");

        var ids = java.util.stream.IntStream.range(0, 12).mapToObj(i -> organisation("A" + i)).toList();

        var told = delivered(14).stream().skip(2).map(delivery -> delivery.json().at("/payload/entityId").textValue()).toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(ids).isNotEqualTo(ids);
    }

    @Test
    void a_delivery_that_waits_goes_on_after_the_sandbox_was_restarted(@TempDir Path directory) throws Exception {
        wire.close();
        wire = new Wire(SandboxOptions.inMemory(0).withFile(directory));
        status = 500;
        register("Relation.Organization");
        organisation("Alfa");
        delivered(1);
        wire.close();
        status = 200;

        wire = new Wire(SandboxOptions.inMemory(0).withFile(directory));

        delivered(2);
        await().atMost(A_DELIVERY).until(() -> wire.control("GET", "/tribe/webhooks", null).json().path("pending").asInt() == 0);
    }

    private String register(String type) {
        return wire.tribe("POST", "/webhooks", "{\"entityType\":\"" + type + "\",\"webhookUrl\":\"http://127.0.0.1:" + listener.getAddress().getPort()
                + "/hook\",\"headers\":[{\"name\":\"X-Tenant\",\"value\":\"t-001\"}]}").json().get("id").textValue();
    }

    private String organisation(String name) {
        return wire.create(ORGANISATION, "{\"Name\":\"" + name + "\"}").json().get("ID").textValue();
    }

    private List<Delivery> delivered(int count) {
        await().atMost(A_DELIVERY).until(() -> deliveries.size() >= count);
        return deliveries;
    }

    private static String hmac(String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec("tribe-demo-webhook-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
