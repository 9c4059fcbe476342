package nl.koppelwerk.sandbox;

/** Starts the stand-ins as a program of their own. */
public final class SandboxMain {

    private SandboxMain() {
    }

    public static void main(String[] args) throws Exception {
        var sandbox = Sandbox.start(SandboxOptions.of(args, System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(sandbox)));
        System.out.println("sandbox on http://127.0.0.1:" + sandbox.port()
                + " (assumed contracts, not the vendors': assumed-advocaatcentraal/v0, assumed-clickmate/v0, assumed-compenda/v0)");
        sandbox.unusualSwitches().forEach(one -> System.out.println("sandbox switch " + one));
    }

    private static void close(Sandbox sandbox) {
        try {
            sandbox.close();
        } catch (Exception e) {
            System.err.println("the sandbox did not stop cleanly: " + e);
        }
    }
}
