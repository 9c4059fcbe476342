package nl.koppelwerk.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text file of the project, by its path from the top. */
record SourceFile(String path, String text) {
    private static final Path TOP = Path.of("").toAbsolutePath();

    /** All files below a folder whose name ends so; none when there is no such folder. */
    static List<SourceFile> below(String folder, String ending) {
        Path start = TOP.resolve(folder);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(start)) {
            return found.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).sorted().map(SourceFile::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static SourceFile at(String path) {
        return read(TOP.resolve(path));
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(TOP.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    List<MatchResult> all(Pattern pattern) {
        return pattern.matcher(text).results().toList();
    }

    int lineOf(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    Offence offence(int line, String expected) {
        return new Offence(path, line, expected);
    }
}
