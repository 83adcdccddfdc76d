// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists the objects of one kind in one namespace. */
final class Listing {
    private final Requests requests;
    private final String path;
    private final Kind kind;
    private final String namespace;
    private final Duration deadline;

    Listing(Requests requests, String path, Kind kind, String namespace, Duration deadline) {
        this.requests = requests;
        this.path = path;
        this.kind = kind;
        this.namespace = namespace;
        this.deadline = deadline;
    }

    /** Those with all of these labels, by name. */
    List<Manifest> all(Map<String, String> labels) throws Unreached {
        return pages(labels, Long.MAX_VALUE).orElseThrow();
    }

    /** All, by name; empty if there are more than so many, which the first page tells. */
    Optional<List<Manifest>> atMost(long most) throws Unreached {
        return pages(Map.of(), most);
    }

    /** Version of the collection as it is now; empty if there is no such namespace. */
    String version() throws Unreached {
        Answer answer = requests.send(Call.get(path, Map.of("limit", "1")), deadline);
        if (answer.ok()) {
            return Bodies.object(answer).text("metadata", "resourceVersion");
        }
        Failure failure = Failure.of(answer);
        if (failure.code() == 404 && failure.isStatus()) {
            return "";
        }
        throw NotAllowed.or("the " + kind.name() + " objects in " + namespace + " cannot be watched", failure);
    }

    private Optional<List<Manifest>> pages(Map<String, String> labels, long most) throws Unreached {
        String shown = "list of " + kind.name() + " objects in " + namespace;
        return new Pages(requests, path, kind, shown, deadline)
                .atMost(most, selector(labels))
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(object -> object.text("metadata", "name")))
                        .collect(Collectors.toList()));
    }

    private static Map<String, String> selector(Map<String, String> labels) {
        String all = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        return all.isEmpty() ? Map.of() : Map.of("labelSelector", all);
    }
}
