package org.duebook.documents;

/** How much is read of a file that somebody sent; more is a fault, so that no file can fill memory or disk. */
final class ReadLimits {

    static final int ROWS = 1_000_000;
    static final int COLUMNS = 100;
    static final int CELL = 4_000;
    static final int HEADING = 60;
    static final int NAME = 60;
    static final int SHEETS = 40;
    static final int WORKBOOK_PARTS = 1_000;
    /** Of a file as it was sent, and of all that is packed into it. */
    static final long BYTES = 1024L * 1024 * 1024;
    /** The texts of a workbook, unpacked; they are kept in memory while its rows are read. */
    static final long WORKBOOK_TEXTS = 96L * 1024 * 1024;
    /** Of any other part of a workbook that is no worksheet. */
    static final long WORKBOOK_PART = 16L * 1024 * 1024;
    /** Text packs to a tenth, or a fiftieth when it repeats itself; what packs better than this is made to hurt. */
    static final int PACKED = 200;
    /** Below this much nothing hurts, however well it packs. */
    static final long HARMLESS = 1024L * 1024;
    /** Characters of one row of a CSV file. */
    static final int ROW = 1_000_000;
    /** Faults of one file, after which it is read no further. */
    static final int FAULTS = 10_000;

    private ReadLimits() {}
}
