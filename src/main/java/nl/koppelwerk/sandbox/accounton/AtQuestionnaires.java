package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;

/** {@code /questionnaires}: one for each language of the office; there is none in German. */
final class AtQuestionnaires {

    private static final Set<String> IDS = Set.of("q-2026-nl", "q-2026-fr", "q-2026-en");

    Answer list() {
        var items = Json.array();
        items.add(one("q-2026-nl", "Personenbelasting 2026", "nl"));
        items.add(one("q-2026-fr", "Impôt des personnes physiques 2026", "fr"));
        items.add(one("q-2026-en", "Personal income tax 2026", "en"));
        return Answer.json(200, Json.object().putNull("nextCursor").set("items", items));
    }

    boolean has(String id) {
        return IDS.contains(id);
    }

    private static ObjectNode one(String id, String name, String language) {
        return Json.object().put("id", id).put("name", name).put("language", language).put("period", "2026");
    }
}
