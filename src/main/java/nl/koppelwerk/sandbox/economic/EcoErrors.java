package nl.koppelwerk.sandbox.economic;

import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Refused;

/** How one of the services says no. */
interface EcoErrors extends EcoListErrors {

    Answer answer(int status, String message);

    /** The two tokens are known, but not as a pair; the status is a switch. */
    Answer notAPair(int status);

    /** Authenticated, but the agreement has not what the call needs. */
    Answer moduleMissing();

    Answer tooMany();

    default Refused refused(int status, String message) {
        return new Refused(answer(status, message));
    }

    default Refused notAllowed(String method) {
        return refused(405, "The method " + method + " is not allowed here.");
    }
}
