package nl.koppelwerk.link;

/** Admin-IS | Consult -&gt; Accounton. */
public final class AdminConsultAccounton extends ClientImport {

    @Override public String sourceSystem() { return "admin-consult"; }
}
