package nl.koppelwerk.proof;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import nl.koppelwerk.TestPostgres;

/** The tests' PostgreSQL at the other end of a cable, waited for no longer than a second. */
public final class CabledPostgres implements QuarkusTestResourceLifecycleManager {

    private static Cable cable;

    static Cable cable() {
        return cable;
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(new TestPostgres().start());
        var server = URI.create(settings.get("koppelwerk.database.url").substring("jdbc:".length()));
        cable = Cable.to(server.getPort());
        settings.put("koppelwerk.database.url", "jdbc:postgresql://127.0.0.1:" + cable.port() + server.getPath());
        settings.put("koppelwerk.database.connect", "1");
        settings.put("koppelwerk.database.silence", "1");
        return settings;
    }

    @Override
    public void stop() {
        cable.close();
    }
}
