package nl.koppelwerk.sheet;

import java.io.Closeable;
import java.util.Iterator;

/** Relations of a source as somebody brought them, row by row; what is wrong with one row stops no other. */
public interface BroughtSheet extends Iterator<BroughtRow>, Closeable { }
