package nl.koppelwerk.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A part as it is unpacked, which ends where it grows beyond what an honest one does. */
final class MeasuredPart extends FilterInputStream {

    private static final long MOST = 1L << 30;
    /** Sheets shrink to a tenth or a thirtieth, bombs to a thousandth. */
    private static final int STEEPEST = 100;
    private static final long SMALL = 10L << 20;
    /** Of one tag or one text, which a parser holds whole. */
    private static final int LONGEST_STRETCH = 1 << 20;

    private final long packed;
    private final long before;
    private long size;
    private int stretch;
    private boolean isText = true;

    MeasuredPart(InputStream part, long packed, long before) {
        super(part);
        this.packed = packed;
        this.before = before;
    }

    @Override public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read <= 0) return read;
        size += read;
        if (unpackedSoFar() > MOST || size > SMALL && size > packed * STEEPEST) throw Refusals.tooLarge("a part of " + (size >> 20) + " MB and more");
        for (int i = from; i < from + read; i++) stretch = into[i] == '<' ? 0 : stretch + 1;
        if (isText && stretch > LONGEST_STRETCH) throw Refusals.tooLarge("a text or a tag of 1 MB and more");
        return read;
    }

    /** Unpacks the rest, which nobody reads, for its size. */
    void drain() throws IOException {
        isText = false;
        transferTo(OutputStream.nullOutputStream());
    }

    long unpackedSoFar() { return before + size; }
}
