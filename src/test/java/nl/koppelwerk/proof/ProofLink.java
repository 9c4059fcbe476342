package nl.koppelwerk.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One activated link between the stand-ins, and what can be asked and said about it. */
final class ProofLink implements Running.ActiveLink {

    /** Every type that occurs; WEDERPARTIJ is left empty, so that some relations are out of scope. */
    static final Map<String, String> TYPES = Map.of("CLIENT", "Customer", "BETALENDE_PARTIJ", "Customer", "ADVOCAAT", "Supplier",
            "RVR", "Prospect", "WEDERPARTIJ", "");
    static final String WEBHOOK_SECRET = "tribe-demo-webhook-secret";

    private final Vendors vendors;
    private final Api api;
    private final String id;
    private final String webhook;

    private ProofLink(Vendors vendors, Api api, String id, String webhook) {
        this.vendors = vendors;
        this.api = api;
        this.id = id;
        this.webhook = webhook;
    }

    /** Made in that office, and not yet active. */
    static ProofLink between(Vendors vendors, Api api, String office) {
        return between(vendors, vendors.base(), vendors.base(), api, office);
    }

    /** With an address of its own for each side: a cable may lie between. */
    static ProofLink between(Vendors vendors, String source, String target, Api api, String office) {
        api.openOffice(office);
        var made = api.createLink(Map.of("type", "advocaatcentraal-tribe", "office", office, "name", "Kantoor Voorbeeld",
                "source", Map.of("baseUrl", source + "/advocaatcentraal", "officeNumber", "10042", "credentials", Map.of("apiKey", "ac-demo-key")),
                "target", Map.of("baseUrl", target + "/tribe", "authUrl", target + "/tribe-auth", "credentials",
                        Map.of("clientId", "tribe-demo-client", "clientSecret", "tribe-demo-secret", "webhookSecret", WEBHOOK_SECRET)),
                "settings", Map.of("relationTypes", TYPES, "tribeKvkLink", true)));
        return new ProofLink(vendors, api, made.path("id").asText(), made.path("webhooks").path("target").asText());
    }

    @Override
    public String id() {
        return id;
    }

    Api api() {
        return api;
    }

    /** The address that Tribe calls. */
    @Override
    public String webhook() {
        return webhook;
    }

    void activate() {
        api.activate(id);
    }

    /** Waits until the hub has nothing of its own left to do. */
    void awaitQuiet(Duration most) {
        api.awaitQuiet(id, most);
    }

    boolean isQuiet() {
        return api.isQuiet(id);
    }

    Comparison.Verdict compare() {
        return Comparison.of(vendors.export(Vendors.AC), vendors.export(Vendors.TRIBE), TYPES, true);
    }

    /** The record in Tribe that a relation of AdvocaatCentraal has become. */
    com.fasterxml.jackson.databind.JsonNode inTribe(String source) {
        var found = new TribeRecords(vendors.export(Vendors.TRIBE)).roots().get(source);
        if (found == null || found.size() != 1) {
            throw new AssertionError(source + " is in Tribe " + (found == null ? 0 : found.size()) + " times");
        }
        return found.get(0);
    }

    /** A webhook's body for a record, and the signature that Tribe would give it. */
    static String body(String tribeId) {
        return "{\"webhookId\":\"11111111-2222-4333-8444-555555555555\",\"payload\":{\"entityId\":\"" + tribeId + "\"}}";
    }

    static String signature(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
