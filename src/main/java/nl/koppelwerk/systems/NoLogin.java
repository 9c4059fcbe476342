package nl.koppelwerk.systems;

import nl.koppelwerk.reconcile.Answer;

/** No proof could be had; the answer stands for the call that was not made. */
public final class NoLogin extends RuntimeException {

    private final transient Answer answer;

    public NoLogin(Answer answer) {
        super(answer.getClass().getSimpleName(), null, false, false);
        this.answer = answer;
    }

    Answer answer() { return answer; }
}
