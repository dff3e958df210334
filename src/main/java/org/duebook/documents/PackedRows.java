package org.duebook.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet, packed into bytes; what does not fit into a few megabytes lies in a temporary file that is gone with
 * the process. In memory a row takes eight bytes, however long it is. Rows are added by one thread, then only read.
 */
final class PackedRows extends AbstractList<Sheet.Row> implements RandomAccess {

    private static final int IN_MEMORY = 4 * 1024 * 1024;
    private static final int WINDOW = 64 * 1024;

    private long[] starts = new long[1024];
    private int size;
    private byte[] tail = new byte[WINDOW];
    private int filled;
    private long written;
    private @Nullable FileChannel file;
    private byte[] window = new byte[0];
    private long windowAt;

    void append(int number, List<String> cells) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = written + filled;
        putInt(number);
        putInt(cells.size());
        for (String cell : cells) {
            byte[] text = cell.getBytes(StandardCharsets.UTF_8);
            putInt(text.length);
            reserve(text.length);
            System.arraycopy(text, 0, tail, filled, text.length);
            filled += text.length;
        }
        if (filled >= IN_MEMORY) {
            spill();
        }
    }

    @Override
    public Sheet.Row get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("row " + index + " of " + size);
        }
        long start = starts[index];
        long end = index + 1 < size ? starts[index + 1] : written + filled;
        ByteBuffer bytes = bytes(start, Math.toIntExact(end - start));
        int number = bytes.getInt();
        int columns = bytes.getInt();
        List<String> cells = new ArrayList<>(columns);
        for (int column = 0; column < columns; column++) {
            int length = bytes.getInt();
            cells.add(
                    new String(bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8));
            bytes.position(bytes.position() + length);
        }
        return new Sheet.Row(number, cells);
    }

    @Override
    public int size() {
        return size;
    }

    private void putInt(int value) {
        reserve(Integer.BYTES);
        ByteBuffer.wrap(tail).putInt(filled, value);
        filled += Integer.BYTES;
    }

    private void reserve(int more) {
        if (filled + more > tail.length) {
            tail = Arrays.copyOf(tail, Math.max(tail.length * 2, filled + more));
        }
    }

    private void spill() {
        try {
            if (file == null) {
                Path path = Files.createTempFile("rows", null);
                file = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            }
            ByteBuffer bytes = ByteBuffer.wrap(tail, 0, filled);
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
            filled = 0;
        } catch (IOException full) {
            throw new UncheckedIOException("rows could not be put aside in the temporary folder", full);
        }
    }

    private ByteBuffer bytes(long start, int length) {
        if (start >= written) {
            return ByteBuffer.wrap(tail, (int) (start - written), length).slice();
        }
        if (start < windowAt || start + length > windowAt + window.length) {
            read(start, Math.max(length, WINDOW));
        }
        return ByteBuffer.wrap(window, (int) (start - windowAt), length).slice();
    }

    private void read(long start, int length) {
        FileChannel from = file;
        if (from == null) {
            throw new IllegalStateException("no rows were put aside");
        }
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, written - start));
            while (bytes.hasRemaining() && from.read(bytes, start + bytes.position()) >= 0) {
                // A read may give less than was asked for.
            }
            window = bytes.array();
            windowAt = start;
        } catch (IOException lost) {
            throw new UncheckedIOException("rows that were put aside could not be read back", lost);
        }
    }
}
