package nl.koppelwerk.sandbox.adminpulse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Controls;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The page where a person says yes or no, and the addresses to which one is sent back. Where none is registered any is taken that could be. */
final class ApConsent {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>AdminPulse (stand-in)</title></head>
            <body><h1>AdminPulse (stand-in)</h1><p>%s asks for: %s</p><form method="post" action="authorize">%s
            <button name="answer" value="yes">Allow</button> <button name="answer" value="no">Refuse</button></form></body></html>
            """;

    private final Bucket redirects;
    private final SwitchPanel switches;

    ApConsent(Bucket redirects, SwitchPanel switches) {
        this.redirects = redirects;
        this.switches = switches;
    }

    /** Empty where a person is to be asked. */
    String answered() {
        return switch (switches.get("consent")) {
            case "asked" -> "";
            case "refused" -> "no";
            default -> "yes";
        };
    }

    /** Letter by letter, as RFC 9700 (section 2.1) has it. */
    boolean isRegistered(String redirect) {
        return redirects.size() == 0 ? Delivery.reachable(redirect) : redirects.has(redirect);
    }

    Answer register(Call call) {
        var url = Controls.body(call).path("url").asText();
        if (!Delivery.reachable(url) || url.contains("#")) {
            throw new Refused(Answer.problem(400, "Bad Request", "url is https, without a fragment"));
        }
        redirects.put(url, Json.object().put("url", url));
        return registered();
    }

    Answer registered() {
        var items = Json.array();
        redirects.ids().forEach(items::add);
        return Answer.json(200, Json.object().set("items", items));
    }

    Answer forget() {
        redirects.clear();
        return Answer.empty(204);
    }

    Answer back(Map<String, String> asked, String name, String value) {
        var redirect = asked.get("redirect_uri");
        var state = asked.containsKey("state") ? "&state=" + encoded(asked.get("state")) : "";
        return Answer.empty(302).with("Location", redirect + (redirect.contains("?") ? "&" : "?") + name + "=" + encoded(value) + state);
    }

    Answer page(Map<String, String> asked) {
        var hidden = new StringBuilder();
        asked.forEach((name, value) -> hidden.append("<input type=\"hidden\" name=\"").append(escaped(name)).append("\" value=\"").append(escaped(value)).append("\">"));
        var page = PAGE.formatted(escaped(asked.get("client_id")), escaped(asked.getOrDefault("scope", ApAccess.READS)), hidden);
        return Answer.of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
