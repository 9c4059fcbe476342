package nl.koppelwerk.sandbox;

/** Ends the handling of a call with an answer that says no; nothing of the call has been kept. */
public final class Refused extends RuntimeException {

    private final transient Answer answer;

    public Refused(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
