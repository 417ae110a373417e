package org.lianshen.rulepacks;

/** JSON pointers (RFC 6901) for messages. */
final class JsonPointers {
    private JsonPointers() {
    }

    static String child(String pointer, String name) {
        return pointer + '/' + name.replace("~", "~0").replace("/", "~1");
    }

    static String child(String pointer, int index) {
        return pointer + '/' + index;
    }

    /** The whole document is the empty pointer; people read {@code /} more easily. */
    static String shown(String pointer) {
        return pointer.isEmpty() ? "/" : pointer;
    }
}
