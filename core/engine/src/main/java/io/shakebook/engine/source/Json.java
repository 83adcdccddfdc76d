// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees of Map, List, String, whole numbers, BigDecimal, Boolean and null as JSON. The same tree gives the same
 * characters each time, and {@code 6.0} and {@code 6} stay apart.
 */
public final class Json {
    private static final int WIDTH = 120;

    private final boolean sorted;
    private final int longest;
    private final StringBuilder out = new StringBuilder();

    /** @param longest what is longer may be cut off, since it will not be used */
    private Json(boolean sorted, int longest) {
        this.sorted = sorted;
        this.longest = longest;
    }

    /** On one line, keys in the order of their characters: what digests are made of. */
    public static String canonical(@Nullable Object tree) {
        return new Json(true, Integer.MAX_VALUE).written(tree);
    }

    /** On one line, keys in the tree's own order. */
    public static String line(@Nullable Object tree) {
        return new Json(false, Integer.MAX_VALUE).written(tree);
    }

    /** For people: indented, keys in the tree's own order; what fits on one line stands on one. Ends with a line break. */
    public static String pretty(@Nullable Object tree) {
        Json json = new Json(false, Integer.MAX_VALUE);
        json.indented(tree, 0, 0);
        return json.out.append('\n').toString();
    }

    private String written(@Nullable Object tree) {
        value(tree, sorted ? "" : " ");
        return out.toString();
    }

    private void value(@Nullable Object node, String space) {
        if (out.length() > longest) {
            return;
        }
        if (node instanceof Map<?, ?> map) {
            members(map, space);
        } else if (node instanceof List<?> list) {
            items(list, space);
        } else {
            scalar(node);
        }
    }

    private void members(Map<?, ?> map, String space) {
        out.append('{');
        String comma = "";
        for (Map.Entry<?, ?> member : (sorted ? new TreeMap<Object, Object>(map) : map).entrySet()) {
            out.append(comma);
            JsonText.append(out, key(member.getKey()));
            out.append(':').append(space);
            value(member.getValue(), space);
            comma = "," + space;
        }
        out.append('}');
    }

    private void items(List<?> list, String space) {
        out.append('[');
        String comma = "";
        for (Object item : list) {
            out.append(comma);
            value(item, space);
            comma = "," + space;
        }
        out.append(']');
    }

    private void indented(@Nullable Object node, int depth, int column) {
        boolean leaf = !(node instanceof Map) && !(node instanceof List);
        String flat = new Json(false, leaf ? Integer.MAX_VALUE : WIDTH).written(node);
        if (leaf || depth * 2 + column + flat.length() <= WIDTH) {
            out.append(flat);
            return;
        }
        boolean map = node instanceof Map;
        Iterator<?> children = children(node).iterator();
        out.append(map ? '{' : '[');
        while (children.hasNext()) {
            out.append('\n').append("  ".repeat(depth + 1));
            child(children.next(), map, depth + 1);
            out.append(children.hasNext() ? "," : "");
        }
        out.append('\n').append("  ".repeat(depth)).append(map ? '}' : ']');
    }

    private static Collection<?> children(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet();
        }
        return node instanceof List<?> list ? list : List.of();
    }

    private void child(@Nullable Object child, boolean member, int depth) {
        if (!member || !(child instanceof Map.Entry<?, ?> entry)) {
            indented(child, depth, 0);
            return;
        }
        int start = out.length();
        JsonText.append(out, key(entry.getKey()));
        out.append(": ");
        indented(entry.getValue(), depth, out.length() - start);
    }

    private void scalar(@Nullable Object node) {
        if (node instanceof String text) {
            JsonText.append(out, text);
        } else if (node == null
                || node instanceof Boolean
                || node instanceof Long
                || node instanceof Integer
                || node instanceof BigDecimal) {
            out.append(node);
        } else {
            throw new IllegalArgumentException("JSON has no " + node.getClass().getSimpleName());
        }
    }

    private static String key(@Nullable Object key) {
        if (key instanceof String name) {
            return name;
        }
        throw new IllegalArgumentException("a key is not a string: " + key);
    }
}
