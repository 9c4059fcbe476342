package nl.koppelwerk.sandbox.economic;

import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;

/** One collection of the customers API. */
interface CustCollection {

    /** {@code way} is "paged", "count", or empty for the list by cursor. */
    Answer list(Call call, String way);

    Answer read(int number);

    Answer create(Call call);

    /** Whether the number stands in the address or in the body is the collection's own affair. */
    Answer put(Call call, Optional<Integer> inPath);

    Answer delete(int number);

    static String location(Call call, int number) {
        return "http://" + call.header("Host").orElse("127.0.0.1") + call.path() + "/" + number;
    }
}
