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
import java.util.Map;
import java.util.Optional;

/** Asks a server who it is, and who we are to it. */
public final class Introduction {
    private static final String KUBE_SYSTEM = "/api/v1/namespaces/kube-system";
    private static final ObjectRef NAMESPACE = new ObjectRef(Kind.NAMESPACE, "", "kube-system");
    private static final String WHO = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    private final Requests requests;
    private final Duration deadline;

    /** @param deadline longest wait for each answer, retries included */
    public Introduction(Requests requests, Duration deadline) {
        this.requests = requests;
        this.deadline = deadline;
    }

    /**
     * uid of the namespace kube-system, which lives as long as the cluster; empty if we may not read it.
     *
     * @throws Unreached also if the server does not know us
     */
    public String identity() throws Unreached {
        Answer answer = requests.send(Call.get(KUBE_SYSTEM, Map.of()), deadline);
        Failure failure = Failure.of(answer);
        if (answer.code() == 403 && failure.isStatus()) {
            return "";
        }
        if (answer.code() == 401) {
            throw new Unreached(
                    "the server does not accept the credential of the kubeconfig: " + failure.shown(), false);
        }
        if (!answer.ok()) {
            throw new Unreached("the namespace kube-system cannot be read: " + failure.shown(), false);
        }
        String uid = Bodies.object(answer, NAMESPACE).uid();
        if (uid.isEmpty()) {
            throw new Unreached("the namespace kube-system has no uid: is this an API server?", false);
        }
        return uid;
    }

    /** As the server writes it: {@code v1.36.3}; empty if it does not say. */
    public String version() throws Unreached {
        Answer answer = requests.send(Call.get("/version", Map.of()), deadline);
        return answer.ok() ? Bodies.object(answer).text("gitVersion") : "";
    }

    /**
     * Our user name, as the server sees us; empty if it does not say: the question is answered since Kubernetes 1.28,
     * and not to a user without a name. Source:
     * https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/self-subject-review-v1/
     */
    public Optional<String> user() throws Unreached {
        Map<String, Object> review = Map.of("apiVersion", "authentication.k8s.io/v1", "kind", "SelfSubjectReview");
        Answer answer = requests.send(Call.review(WHO, review), deadline);
        Optional<Manifest> said = answer.ok() ? Bodies.tryObject(answer) : Optional.empty();
        return said.map(body -> body.text("status", "userInfo", "username")).filter(name -> !name.isEmpty());
    }
}
