package nl.koppelwerk.link;

/** AdminPulse -&gt; Accounton. */
public final class AdminPulseAccounton extends ClientImport {

    @Override public String sourceSystem() { return "adminpulse"; }
}
