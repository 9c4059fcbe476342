package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** {@code /landen}: the countries, kept in records by their code; their ids belong to the administration. */
final class SnLanden {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        Arrays.stream(("NL Nederland,BE België,DE Duitsland,FR Frankrijk,LU Luxemburg,GB Verenigd Koninkrijk,DK Denemarken,SE Zweden,NO Noorwegen,FI Finland,"
                + "ES Spanje,PT Portugal,IT Italië,AT Oostenrijk,CH Zwitserland,IE Ierland,PL Polen,CZ Tsjechië,SK Slowakije,HU Hongarije,SI Slovenië,HR Kroatië,"
                + "RO Roemenië,BG Bulgarije,GR Griekenland,CY Cyprus,MT Malta,EE Estland,LV Letland,LT Litouwen,TR Turkije,US Verenigde Staten").split(","))
                .forEach(line -> NAMES.put(line.substring(0, 2), line.substring(3)));
    }

    private final Bucket settings;
    private final SwitchPanel switches;

    SnLanden(Bucket settings, SwitchPanel switches) {
        this.settings = settings;
        this.switches = switches;
    }

    /** Which administration a reset made. */
    void belongTo(long seed) {
        settings.put("administratie", Json.object().put("id", uuid("administratie " + seed)));
    }

    String administration() {
        return settings.get("administratie").map(one -> one.get("id").textValue()).orElse(SnBinding.NO_ID);
    }

    String id(String code) {
        return uuid((switches.is("land-ids", "fixed") ? "land " : "land " + administration() + " ") + code);
    }

    Optional<String> code(String id) {
        return NAMES.keySet().stream().filter(code -> id(code).equalsIgnoreCase(id)).findFirst();
    }

    ArrayNode all() {
        var all = Json.array();
        NAMES.keySet().forEach(code -> all.add(land(code)));
        return all;
    }

    ObjectNode land(String code) {
        return Json.object().put("naam", NAMES.get(code)).put("landcodeISO", code).put("landcode", vatPrefix(code)).setAll(reference(code));
    }

    ObjectNode reference(String code) {
        return Json.object().put("id", id(code)).put("uri", "/landen/" + id(code));
    }

    /** Greece is the one whose VAT numbers begin with another code. */
    static String vatPrefix(String code) {
        return code.equals("GR") ? "EL" : code;
    }

    private static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
