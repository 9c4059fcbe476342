package nl.koppelwerk;

import io.quarkus.runtime.Quarkus;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The program: prepares its database and its key, then runs the application until it is told to stop.
 * It is named by quarkus.package.main-class: where a class carries @QuarkusMain, Camel starts no route in a test.
 */
public final class Koppelwerk {
    private Koppelwerk() {
    }

    public static void main(String... arguments) {
        try {
            new Preparation(ConfigProvider.getConfig()).run().forEach(System::setProperty);
        } catch (CannotStart refusal) {
            System.err.println("Koppelwerk cannot start: " + refusal.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
