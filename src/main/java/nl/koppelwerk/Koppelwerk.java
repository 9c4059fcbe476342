package nl.koppelwerk;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.apache.camel.quarkus.main.CamelMainApplication;
import org.eclipse.microprofile.config.ConfigProvider;

/** The program: prepares its database and its key, then runs the application until it is told to stop. */
@QuarkusMain
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
        // With an application class of ours no Camel route would start.
        Quarkus.run(CamelMainApplication.class, arguments);
    }
}
