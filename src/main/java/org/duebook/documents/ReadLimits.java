package org.duebook.documents;

/** How much is read of a file that somebody sent; more is a fault, so that no file can fill the memory. */
final class ReadLimits {

    static final int ROWS = 200_000;
    static final int COLUMNS = 100;
    static final int CELL = 4_000;
    static final int SHEETS = 40;
    static final long BYTES = 50L * 1024 * 1024;

    private ReadLimits() {}
}
