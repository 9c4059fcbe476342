package nl.koppelwerk.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time and memory of processes as Linux counts them under /proc; elsewhere there is nothing to read and all are 0. */
final class Consumption {

    /** Linux counts in hundredths of a second on every platform that this runs on. */
    private static final long MILLIS_PER_TICK = 10;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Consumption() {
    }

    /** Milliseconds of CPU of one process. */
    static long ofProcess(long pid) {
        return ticks(pid, USER, SYSTEM) * MILLIS_PER_TICK;
    }

    /** Milliseconds of CPU of a process and of all that it started, ended ones too: a database has a process per connection. */
    static long ofTree(long pid) {
        var living = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).mapToLong(child -> ticks(child.pid(), USER, SYSTEM)).sum();
        return (ticks(pid, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM) + living) * MILLIS_PER_TICK;
    }

    /** The most memory that a process ever had, in megabytes. */
    static long peakMegabytes(long pid) {
        return read(Path.of("/proc/" + pid + "/status")).lines().filter(line -> line.startsWith("VmHWM")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(0);
    }

    private static long ticks(long pid, int... columns) {
        var line = read(Path.of("/proc/" + pid + "/stat"));
        if (line.isEmpty()) {
            return 0;
        }
        // The name in the second column may hold blanks; behind its bracket the third column begins.
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        var sum = 0L;
        for (var column : columns) {
            sum += Long.parseLong(fields[column]);
        }
        return sum;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException ended) {
            if (Files.exists(file)) {
                throw new UncheckedIOException(ended);
            }
            return "";
        }
    }
}
