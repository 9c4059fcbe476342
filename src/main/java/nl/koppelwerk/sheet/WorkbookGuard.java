package nl.koppelwerk.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before anything is taken from it: what unpacks to more than can be held, holds macros or is none is refused with the
 * remedy. The library that reads it trusts the sizes and places that the file names.
 */
final class WorkbookGuard {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_CONTENT_TYPES = 1 << 20;

    private WorkbookGuard() { }

    /** True where it has styles, by which its days are told from its numbers. */
    static boolean check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) throw Refusals.tooLarge(zip.size() + " parts");
            var parts = zip.stream().map(ZipEntry.class::cast).toList();
            checkNames(parts);
            var types = types(zip);
            checkKind(types);
            var findings = new PartFindings();
            for (var part : parts) findings.look(zip, part);
            findings.checkReferences();
            return types.contains("spreadsheetml.styles+xml");
        } catch (ZipException | EOFException broken) {
            throw Refusals.damaged(1);
        }
    }

    private static void checkNames(List<ZipEntry> parts) {
        var names = new HashSet<String>();
        for (var part : parts) {
            var name = part.getName().toLowerCase(Locale.ROOT);
            // Two parts of one name are read as either by different programs.
            if (!names.add(name)) throw Refusals.damaged(1);
            if (name.contains("vbaproject")) throw Refusals.macros();
            if (name.endsWith("workbook.bin")) throw Refusals.binary();
        }
    }

    private static String types(ZipFile zip) throws IOException {
        var types = zip.getEntry(CONTENT_TYPES);
        if (types == null) throw Refusals.noWorkbook();
        try (var in = zip.getInputStream(types)) {
            return new String(in.readNBytes(LONGEST_CONTENT_TYPES), StandardCharsets.UTF_8);
        }
    }

    private static void checkKind(String types) {
        if (types.contains("macroEnabled")) throw Refusals.macros();
        if (!types.contains("spreadsheetml")) throw Refusals.noWorkbook();
    }
}
