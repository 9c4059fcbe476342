package nl.koppelwerk.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file system of a few hundred megabytes under one folder, which only the process that began with it sees; made without a privilege where Linux allows that. */
final class SmallDisk {

    private static final String MOUNTED = "mount -t tmpfs -o size=%dm koppelwerk \"$0\" && exec \"$@\"";
    private static final String FILLER = "filler";
    private static final int[] PIECES = {1 << 20, 1 << 12};

    private final Path folder;
    private final int mebibytes;

    SmallDisk(Path folder, int mebibytes) {
        this.folder = folder;
        this.mebibytes = mebibytes;
    }

    /** What a command begins with that is to have it. */
    List<String> command() {
        return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNTED.formatted(mebibytes), folder.toString());
    }

    Path folder() {
        return folder;
    }

    boolean canBeMade() {
        var command = new java.util.ArrayList<>(command());
        command.add("true");
        try {
            Files.createDirectories(folder);
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Leaves not a block free, as that process sees it. */
    void fill(long process) {
        for (var piece : PIECES) {
            try (var file = Files.newOutputStream(filler(process), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    file.write(new byte[piece]);
                }
            } catch (IOException full) {
                // That is what it is for.
            }
        }
    }

    void free(long process) {
        try {
            Files.deleteIfExists(filler(process));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path filler(long process) {
        return Path.of("/proc/" + process + "/root" + folder.toAbsolutePath()).resolve(FILLER);
    }
}
