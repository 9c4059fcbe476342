package nl.koppelwerk.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One request as it came in; path and query are still encoded as on the wire. */
public record Call(String method, String path, String rawQuery, UnaryOperator<String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /** The decoded steps of the path behind a prefix. */
    public List<String> stepsAfter(String prefix) {
        return Arrays.stream(path.substring(prefix.length()).split("/"))
                .filter(step -> !step.isEmpty()).map(Call::decode).toList();
    }

    public Map<String, String> query() {
        return form(rawQuery);
    }

    /** The fields of a form-encoded body. */
    public Map<String, String> form() {
        return form(new String(body, StandardCharsets.UTF_8));
    }

    public String pathAndQuery() {
        return rawQuery == null ? path : path + "?" + rawQuery;
    }

    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static Map<String, String> form(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : text == null ? new String[0] : text.split("&")) {
            var cut = pair.indexOf('=');
            if (!pair.isEmpty()) {
                fields.put(decode(cut < 0 ? pair : pair.substring(0, cut)), cut < 0 ? "" : decode(pair.substring(cut + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Answer.problem(400, "Bad Request", "the address holds a broken % escape"));
        }
    }
}
