package org.duebook.policy.guard;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The methods and constructors that the code of a class calls, read from its constants. A text that looks like one is none. */
final class CalledMembers {

    private static final int TEXT = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD = 10;
    private static final int METHOD_OF_INTERFACE = 11;
    private static final int NAME_AND_TYPE = 12;

    /** Bytes of a constant after its tag, for those that are not read. */
    private static final Map<Integer, Integer> BYTES = Map.ofEntries(
            Map.entry(3, 4),
            Map.entry(4, 4),
            Map.entry(LONG, 8),
            Map.entry(DOUBLE, 8),
            Map.entry(7, 2),
            Map.entry(8, 2),
            Map.entry(9, 4),
            Map.entry(15, 3),
            Map.entry(16, 2),
            Map.entry(17, 4),
            Map.entry(18, 4),
            Map.entry(19, 2),
            Map.entry(20, 2));

    /**
     * A member that is called.
     *
     * @param takes its descriptor, such as {@code (I)V}
     */
    record Member(String name, String takes) {}

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, int[]> namesAndTypes = new HashMap<>();
    private final List<Integer> called = new ArrayList<>();

    private CalledMembers() {}

    /** @throws IllegalArgumentException when it is no class file */
    static List<Member> of(byte[] code) {
        CalledMembers members = new CalledMembers();
        try {
            members.read(new DataInputStream(new ByteArrayInputStream(code)));
        } catch (IOException broken) {
            throw new IllegalArgumentException("no class file", broken);
        }
        return members.called.stream().map(members::member).toList();
    }

    private Member member(int at) {
        int[] pair = Objects.requireNonNull(namesAndTypes.get(at));
        return new Member(Objects.requireNonNull(texts.get(pair[0])), Objects.requireNonNull(texts.get(pair[1])));
    }

    private void read(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        for (int at = 1; at < count; at++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case TEXT -> texts.put(at, in.readUTF());
                case METHOD, METHOD_OF_INTERFACE -> {
                    in.skipNBytes(2);
                    called.add(in.readUnsignedShort());
                }
                case NAME_AND_TYPE -> namesAndTypes.put(at, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
                default -> {
                    Integer bytes = BYTES.get(tag);
                    if (bytes == null) {
                        throw new IOException("constant of kind " + tag);
                    }
                    in.skipNBytes(bytes);
                    // These two take two places.
                    at += tag == LONG || tag == DOUBLE ? 1 : 0;
                }
            }
        }
    }
}
