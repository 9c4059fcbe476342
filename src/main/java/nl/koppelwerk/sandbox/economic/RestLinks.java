package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** The absolute addresses of one answer, as the caller reached the server. */
record RestLinks(String base) {

    static RestLinks of(Call call) {
        return new RestLinks("http://" + call.header("Host").orElse("127.0.0.1") + Economic.REST);
    }

    String to(Object... steps) {
        var link = new StringBuilder(base);
        for (var step : steps) {
            link.append('/').append(step);
        }
        return link.toString();
    }

    /** A reference as it is read: its number and its address. */
    ObjectNode reference(String key, int number, String path) {
        return Json.object().put(key, number).put("self", to(path, number));
    }

    static ObjectNode action(String description, String href, String method) {
        return Json.object().put("description", description).put("href", href).put("httpMethod", method);
    }
}
