// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.access;

import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what we may not do, for each cluster and namespace at once. */
public final class MissingAccess {
    private static final int MOST_NAMES = 5;

    private final AccessReviews reviews;
    private final String remedy;

    /** @param remedy how to see what is to be granted */
    public MissingAccess(AccessReviews reviews, String remedy) {
        this.reviews = reviews;
        this.remedy = remedy;
    }

    public List<Diagnostic> diagnostics(Collection<Need> missing) {
        List<Diagnostic> all = new ArrayList<>();
        AccessCheck.byPlace(missing)
                .forEach((cluster, spaces) -> spaces.forEach((space, needs) ->
                        all.add(Diagnostic.error("forbidden", summary(cluster, space, needs), remedy))));
        return all;
    }

    private String summary(String cluster, String space, List<Need> needs) {
        String self = reviews.self(cluster);
        return (self.isEmpty() ? "you are" : "\"" + self + "\" is") + " not allowed on \"" + cluster + "\""
                + (space.isEmpty() ? "" : ", in the namespace \"" + space + "\"") + ", what a run needs: "
                + verbs(needs);
    }

    private static String verbs(List<Need> needs) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        needs.forEach(need -> names.computeIfAbsent(need.verb() + " " + need.resourceShown(), verb -> new ArrayList<>())
                .add(need.name()));
        return names.entrySet().stream()
                .map(verb -> verb.getKey() + shown(verb.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String shown(List<String> names) {
        if (names.contains("")) {
            return "";
        }
        String first = names.stream()
                .limit(MOST_NAMES)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", ", " ", ""));
        return names.size() > MOST_NAMES ? first + " and " + (names.size() - MOST_NAMES) + " more" : first;
    }
}
