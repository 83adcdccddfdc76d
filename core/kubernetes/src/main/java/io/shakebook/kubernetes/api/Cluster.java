// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads objects of one cluster. Has no means to change any, for what it is given lets no such request pass. */
public final class Cluster {

    private final Requests requests;
    private final Kinds kinds;
    private final Duration deadline;

    /** @param deadline longest wait for each answer, retries included */
    public Cluster(Requests requests, Duration deadline) {
        this.requests = requests;
        this.kinds = new Kinds(requests);
        this.deadline = deadline;
    }

    public Optional<Manifest> get(ObjectRef ref) throws Unreached {
        Answer answer = requests.send(Call.get(path(ref), Map.of()), deadline);
        if (answer.ok()) {
            return Optional.of(Bodies.object(answer, ref));
        }
        Failure failure = Failure.of(answer);
        if (failure.code() == 404 && failure.reason().equals("NotFound")) {
            return Optional.empty();
        }
        throw new Unreached(ref.shown() + " cannot be read: " + failure.shown(), false);
    }

    public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unreached {
        String path = ApiPath.collection(kind, kinds.plural(kind, deadline), namespace);
        List<Manifest> all =
                new ArrayList<>(new Pages(requests, deadline).all(kind, path, namespace, selector(labels)));
        all.sort(Comparator.comparing(object -> object.text("metadata", "name")));
        return all;
    }

    /** Version of a collection as it is now: a watch from here on misses nothing. */
    public String version(Kind kind, String namespace) throws Unreached {
        String path = ApiPath.collection(kind, kinds.plural(kind, deadline), namespace);
        Answer answer = requests.send(Call.get(path, Map.of("limit", "1")), deadline);
        if (answer.ok()) {
            return Bodies.object(answer).text("metadata", "resourceVersion");
        }
        Failure failure = Failure.of(answer);
        if (failure.code() == 404 && failure.isStatus()) {
            return ""; // there is no such namespace
        }
        throw new Unreached("the " + kind.name() + " objects cannot be watched: " + failure.shown(), false);
    }

    /** The request for a watch from a version on, for so many seconds. */
    public Call watch(Kind kind, String namespace, String version, long seconds) throws Unreached {
        return Call.get(
                ApiPath.collection(kind, kinds.plural(kind, deadline), namespace),
                Map.of(
                        "watch",
                        "true",
                        "allowWatchBookmarks",
                        "true",
                        "resourceVersion",
                        version,
                        "timeoutSeconds",
                        String.valueOf(seconds)));
    }

    /** Text of a container's log; empty if there is none. */
    public Optional<String> log(ObjectRef pod, String container, int lines, boolean previous) throws Unreached {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("container", container);
        query.put("tailLines", String.valueOf(lines));
        query.put("limitBytes", String.valueOf(256 * 1024));
        if (previous) {
            query.put("previous", "true");
        }
        Answer answer = requests.send(Call.get(path(pod) + "/log", query), deadline);
        if (answer.code() == 400 || answer.code() == 404) {
            return Optional.empty(); // no such container, or it has not begun, or has no earlier run
        }
        if (!answer.ok()) {
            throw new Unreached(
                    "the log of " + pod.shown() + " cannot be read: "
                            + Failure.of(answer).shown(),
                    false);
        }
        return Optional.of(answer.body());
    }

    String path(ObjectRef ref) throws Unreached {
        return ApiPath.object(ref.kind(), kinds.plural(ref.kind(), deadline), ref.namespace(), ref.name());
    }

    private static Map<String, String> selector(Map<String, String> labels) {
        String all = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(","));
        return all.isEmpty() ? Map.of() : Map.of("labelSelector", all);
    }
}
