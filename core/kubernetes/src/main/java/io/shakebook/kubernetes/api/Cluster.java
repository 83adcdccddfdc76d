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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads objects of one cluster. Has no means to change any, for what it is given lets no such request pass. */
public final class Cluster {
    private final Requests requests;
    private final Kinds kinds;
    private final Duration deadline;

    /** @param deadline longest wait for each answer, retries included */
    public Cluster(Requests requests, Duration deadline) {
        this(requests, new Kinds(requests), deadline);
    }

    private Cluster(Requests requests, Kinds kinds, Duration deadline) {
        this.requests = requests;
        this.kinds = kinds;
        this.deadline = deadline;
    }

    /** The same with what it has looked up, asked in another way. */
    public Cluster by(Requests other) {
        return new Cluster(other, kinds.by(other), deadline);
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
        throw NotAllowed.or(ref.shown() + " cannot be read", failure);
    }

    public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unreached {
        return listing(kind, namespace).all(labels);
    }

    /** All objects of a kind in a namespace; empty if there are more than so many. */
    public Optional<List<Manifest>> atMost(int most, Kind kind, String namespace) throws Unreached {
        return listing(kind, namespace).atMost(most);
    }

    /** Version of a collection as it is now: a watch from here on misses nothing. */
    public String version(Kind kind, String namespace) throws Unreached {
        return listing(kind, namespace).version();
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
            throw NotAllowed.or("the log of " + pod.shown() + " cannot be read", Failure.of(answer));
        }
        return Optional.of(answer.body());
    }

    String path(ObjectRef ref) throws Unreached {
        return ApiPath.object(ref.kind(), kinds.plural(ref.kind(), deadline), ref.namespace(), ref.name());
    }

    /** Name of a kind in paths and in rules of access. */
    String plural(Kind kind) throws Unreached {
        return kinds.plural(kind, deadline);
    }

    private Listing listing(Kind kind, String namespace) throws Unreached {
        String path = ApiPath.collection(kind, plural(kind), namespace);
        return new Listing(requests, path, kind, namespace, deadline);
    }
}
