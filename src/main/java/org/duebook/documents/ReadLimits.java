package org.duebook.documents;

/** How much is read of a file that somebody sent; more is a fault, so that no file can fill the memory. */
final class ReadLimits {

    static final int ROWS = 200_000;
    static final int COLUMNS = 100;
    static final int CELL = 4_000;
    static final int HEADING = 60;
    static final int NAME = 60;
    static final int SHEETS = 40;
    static final int WORKBOOK_PARTS = 1_000;
    /** Of a file as it was sent, and of all that is packed into it. */
    static final long BYTES = 50L * 1024 * 1024;
    /** Of one part of a workbook, unpacked; in memory it takes some twenty times as much. */
    static final long WORKBOOK_PART = 16L * 1024 * 1024;

    private ReadLimits() {}
}
