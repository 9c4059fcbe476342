package nl.koppelwerk.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** Where a file that a person brought lies in plain text while it is taken in or read: for its owner's eyes, and gone at the next start however this one ends. */
public final class Spool {

    private static final String LOCK = ".lock";

    private final Path folder;
    private Path own;
    /** Held for as long as the process lives: it tells a folder that is in use from one that a kill left. */
    private FileLock lock;

    /** A folder that cannot be used is no reason not to start: it is tried again, and told, with the first file. */
    public Spool(Path folder) {
        this.folder = folder;
        try {
            open();
        } catch (IOException notYet) {
            own = null;
        }
    }

    /** An empty one, readable by its owner alone; who asks for it deletes it. */
    public synchronized Path file() throws IOException {
        if (own == null) open();
        return Files.createTempFile(own, "", ".sheet");
    }

    private void open() throws IOException {
        synchronized (Spool.class) {
            Files.createDirectories(folder);
            // Others that start now wait: none takes a folder for a dead one's between its making and its lock.
            try (var turn = channel(folder.resolve(LOCK)); var mine = turn.lock()) {
                for (var left : content(folder)) if (Files.isDirectory(left)) empty(left);
                own = Files.createTempDirectory(folder, "");
                lock = channel(own.resolve(LOCK)).lock();
            }
        }
    }

    private static void empty(Path left) throws IOException {
        try (var channel = channel(left.resolve(LOCK)); var free = channel.tryLock()) {
            if (free == null) return;
            for (var file : content(left)) Files.delete(file);
            Files.delete(left);
        } catch (OverlappingFileLockException ofThisProcess) {
            return;
        }
    }

    private static FileChannel channel(Path file) throws IOException { return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE); }

    private static List<Path> content(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
