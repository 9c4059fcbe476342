package nl.koppelwerk.systems;

/** By what a token is asked for; the variable {@code grant} of the routes that ask. */
public sealed interface Grant {

    /** What the vendor gave with the token before; empty where nobody let us in yet, and where a login needs none. */
    record Renewal(String text) implements Grant {

        @Override public String toString() { return "Renewal"; }
    }

    /**
     * What a person brought back from the vendor's page.
     *
     * @param verifier of the challenge that went along
     * @param redirect where the person came back to
     */
    record Code(String text, String verifier, String redirect) implements Grant {

        @Override public String toString() { return "Code"; }
    }
}
