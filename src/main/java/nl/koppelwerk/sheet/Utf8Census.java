package nl.koppelwerk.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Counts in the bytes of a text what is UTF-8 beyond ASCII, and what is no UTF-8. */
final class Utf8Census {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(8 * 1024);
    private byte[] begun = new byte[0];
    private long sound;
    private long broken;

    /** A sequence may be cut between two chunks. */
    void count(ByteBuffer chunk) {
        var bytes = ByteBuffer.allocate(begun.length + chunk.remaining()).put(begun).put(chunk).flip();
        CoderResult result;
        do {
            result = decoder.decode(bytes, chars, false);
            countSound();
            if (result.isError()) skip(bytes, result.length());
        } while (!result.isUnderflow());
        begun = new byte[bytes.remaining()];
        bytes.get(begun);
    }

    private void countSound() {
        chars.flip();
        while (chars.hasRemaining()) if (chars.get() >= 0x80) sound++;
        chars.clear();
    }

    private void skip(ByteBuffer bytes, int length) {
        broken++;
        bytes.position(bytes.position() + length);
    }

    boolean isClean() { return broken == 0 && begun.length == 0; }

    /** Text of Windows-1252 is hardly ever UTF-8 by chance; so UTF-8 that was spoilt in a few places is told from it. */
    boolean speaksForUtf8() { return isClean() || sound > broken; }
}
