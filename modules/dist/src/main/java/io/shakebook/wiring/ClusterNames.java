// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Short names for clusters, from names of contexts: {@code admin@prod-a} and {@code arn:aws:eks:…:cluster/prod-a} are
 * both {@code prod-a}; if two would be the same, their whole contexts make the names.
 */
final class ClusterNames {

    private ClusterNames() {}

    /** Contexts by name, each context once, in the order that was typed. */
    static Map<String, String> of(List<String> contexts) {
        List<String> once = contexts.stream().distinct().toList();
        List<String> shorts = once.stream().map(ClusterNames::last).toList();
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < once.size(); at++) {
            String name = shorts.get(at);
            boolean shared = shorts.stream().filter(name::equals).count() > 1;
            names.put(free(shared ? slug(once.get(at)) : name, names), once.get(at));
        }
        return names;
    }

    private static String last(String context) {
        int cut = Math.max(context.lastIndexOf('@'), context.lastIndexOf('/'));
        String last = slug(context.substring(cut + 1));
        return last.equals("cluster") ? slug(context) : last;
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "cluster" : slug;
    }

    private static String free(String name, Map<String, String> taken) {
        String free = name;
        for (int number = 2; taken.containsKey(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }
}
