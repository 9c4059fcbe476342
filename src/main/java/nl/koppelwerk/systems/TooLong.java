package nl.koppelwerk.systems;

import java.io.IOException;

/** An answer that went on beyond the limit. */
final class TooLong extends IOException {

    TooLong(long limit) { super("an answer of more than " + limit + " bytes"); }
}
