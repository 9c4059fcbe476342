package nl.koppelwerk.systems;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.apache.camel.Body;

/** What a vendor's route asks of the {@link Turn} in its body. Named by routes, because an expression on the body is interpreted at each call. */
@ApplicationScoped
@Named("conversation")
@Unremovable
public class Conversation {

    public boolean goesOn(@Body Turn turn) { return turn.asks(); }

    /** What the conversation came to. */
    public Object answer(@Body Turn.Said turn) { return turn.answer(); }
}
