package nl.koppelwerk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What must stand before the application starts: a free port, a database that answers, and the key. */
final class Preparation {
    private static final String URL = "koppelwerk.database.url";
    private static final String ADMIN_PASSWORD = "koppelwerk.admin.password";

    private final Config config;

    Preparation(Config config) {
        this.config = config;
    }

    /** The settings that the application is to see on top of its own; a database it started is stopped after the application. */
    Map<String, String> run() {
        HttpPort.requireFree(setting("quarkus.http.host").orElse("0.0.0.0"), setting("quarkus.http.port").map(Integer::valueOf).orElse(8080), "quarkus.http.port");
        requireSandboxPort();
        var settings = new HashMap<>(setting(URL).isPresent() ? elsewhere() : onOneMachine());
        if (isOn("koppelwerk.demo.enabled")) {
            // A jar that was built for real has the settings of the demonstration too: they belong to this profile.
            settings.put("quarkus.profile", "demo");
        }
        return settings;
    }

    private void requireSandboxPort() {
        if (isOn("koppelwerk.sandbox.enabled")) {
            HttpPort.requireFree("127.0.0.1", setting("koppelwerk.sandbox.port").map(Integer::valueOf).orElse(0), "koppelwerk.sandbox.port");
        }
    }

    private boolean isOn(String key) {
        return setting(key).map(Boolean::parseBoolean).orElse(false);
    }

    private Map<String, String> elsewhere() {
        return Map.of(SecretsKey.SETTING, SecretsKey.elsewhere(setting(SecretsKey.SETTING)));
    }

    private Map<String, String> onOneMachine() {
        DataDirectory directory = DataDirectory.claim(Path.of(setting("koppelwerk.data.dir").orElse("data")));
        String key = SecretsKey.onOneMachine(setting(SecretsKey.SETTING), directory);
        String administrator = setting(ADMIN_PASSWORD).orElseGet(() -> directory.secret("admin.password", RandomSecret::text));
        EmbeddedDatabase database = EmbeddedDatabase.start(directory);
        LastToStop.register(database, directory);
        return Map.of(
                URL, database.url(),
                "koppelwerk.database.username", database.username(),
                "koppelwerk.database.password", database.password(),
                ADMIN_PASSWORD, administrator,
                SecretsKey.SETTING, key);
    }

    private Optional<String> setting(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }
}
