package nl.koppelwerk.sheet;

/** The two forms in which a sheet comes and goes. */
public enum SheetFormat {
    CSV("csv", "text/csv; charset=utf-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    SheetFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Without its dot. */
    public String extension() { return extension; }

    public String mediaType() { return mediaType; }
}
