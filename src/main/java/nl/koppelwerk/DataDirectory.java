package nl.koppelwerk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/** The folder of the single-machine mode: one process at a time owns it, and its secrets are for its owner's eyes. */
final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder if need be and takes it for this process; the lock falls with the process, however it dies. */
    static DataDirectory claim(Path path) {
        try {
            Files.createDirectories(path);
            forOwnerOnly(path);
            return new DataDirectory(path, lock(path.resolve("koppelwerk.lock")));
        } catch (IOException failure) {
            throw new CannotStart("koppelwerk.data.dir " + path.toAbsolutePath() + " cannot be used: " + failure, failure);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new CannotStart("koppelwerk.data.dir " + file.toAbsolutePath().getParent()
                    + " is in use by another Koppelwerk. Stop that one, or give this one a directory of its own.");
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException ownedByThisProcess) {
            return false;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Optional<String> read(String name) {
        Path file = resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void write(String name, String text) {
        try {
            // A crash between two bytes must not leave half a secret: written aside, then moved into place.
            Path aside = ownerOnly(name + ".new");
            Files.writeString(aside, text);
            Files.move(aside, resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The secret kept under that name, made on the first start. */
    String secret(String name, Supplier<String> generated) {
        return read(name).orElseGet(() -> {
            write(name, generated.get());
            return read(name).orElseThrow();
        });
    }

    /** The database library leaves folders that anyone may write to, so nobody else may come this far. */
    private static void forOwnerOnly(Path path) throws IOException {
        if (posix()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Path ownerOnly(String name) throws IOException {
        Path file = resolve(name);
        Files.deleteIfExists(file);
        return posix()
                ? Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
